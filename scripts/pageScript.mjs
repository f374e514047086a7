// Bundles the script that pages get into the one file that is embedded: node scripts/pageScript.mjs OUTPUT
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { root } from './paths.mjs';

const [outfile = ''] = process.argv.slice(2);

await build({
  entryPoints: [path.join(root, 'server/HotReload.Agent.AspNetCore/PageScript/main.ts')],
  outfile,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
});
