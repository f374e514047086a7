// From a save to the painted change in a real browser, ours against dotnet watch with its browser refresh: npm run bench:page -- 15
import path from 'node:path';
import process from 'node:process';
import { installBrowser } from './editor/install.mjs';
import { artifacts, root } from './paths.mjs';
import { run } from './run.mjs';
import { runMain, setUp } from './setup.mjs';

await runMain(async () => {
  await setUp();
  await installBrowser();
  const bundle = path.join(artifacts, 'bench-page', 'main.cjs');
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: [path.join(root, 'tests/benchmarks/page/main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['playwright-core'],
    logLevel: 'warning',
  });
  return await run(process.execPath, [bundle, ...process.argv.slice(2)]);
});
