// How TypeScript becomes what node and VS Code run: one file for the extension, one for each file of tests.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { artifacts, dist, root } from './paths.mjs';

/** @type {import('esbuild').BuildOptions} */
const common = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' };

/** Bundles the extension, as the manifest's `main` names it. */
export async function bundleExtension() {
  const esbuild = await import('esbuild');
  await esbuild.build({
    ...common,
    entryPoints: [path.join(root, 'extension/src/main.ts')],
    outfile: path.join(dist, 'main.js'),
    external: ['vscode'],
    minify: true,
  });
}

/**
 * Bundles a folder of tests/.
 * @param {string} folder
 * @param {string[]} [entries] Files that are needed besides those that end with .test.ts.
 * @returns {Promise<string[]>} The bundled test files, without the other entries.
 */
export async function bundleTests(folder, entries = []) {
  const source = path.join(root, 'tests', folder);
  const target = path.join(artifacts, `${folder}-tests`);
  const tests = readdirSync(source).filter((file) => file.endsWith('.test.ts'));
  rmSync(target, { recursive: true, force: true });
  const esbuild = await import('esbuild');
  await esbuild.build({
    ...common,
    entryPoints: [...tests, ...entries].map((file) => path.join(source, file)),
    outdir: target,
    outExtension: { '.js': '.cjs' },
    // These find files beside their own source, or are given by the program that loads the tests.
    external: ['vscode', 'mocha', 'playwright-core'],
    sourcemap: 'inline',
  });
  return tests.map((file) => path.join(target, file.replace(/ts$/, 'cjs')));
}
