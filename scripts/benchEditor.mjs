// From a key press in a real VS Code to the program's new answer, and to the status text: npm run bench:editor
import path from 'node:path';
import process from 'node:process';
import { bundleTests } from './bundle.mjs';
import { installBrowser, installEditor } from './editor/install.mjs';
import { makePackage } from './package.mjs';
import { artifacts } from './paths.mjs';
import { run } from './run.mjs';
import { runMain, setUp } from './setup.mjs';

const bench = 'speed.bench.ts';

await runMain(async () => {
  await setUp();
  for (const need of [installEditor, installBrowser, makePackage]) {
    await need();
  }

  await bundleTests('editor', [bench]);
  const bundle = path.join(artifacts, 'editor-tests', bench.replace(/ts$/, 'cjs'));
  return await run(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', bundle]);
});
