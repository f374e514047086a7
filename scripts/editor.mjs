// Shows the extension in a real VS Code, in your browser: npm run editor [-- path/to/folder]
// Without a folder it opens a copy of a sample, so that nothing you try is in your way later.
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { CodeServer } from './editor/codeServer.mjs';
import { installEditor } from './editor/install.mjs';
import { makePackage } from './package.mjs';
import { root } from './paths.mjs';
import { runMain, SetupError, setUp } from './setup.mjs';

/** What a first look is not to be disturbed by. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
};

await runMain(async () => {
  const asked = process.argv[2];
  if (asked !== undefined && !existsSync(asked)) {
    throw new SetupError(`There is no ${path.resolve(asked)}.`);
  }

  await setUp();
  await installEditor();
  const vsix = await makePackage();
  if (asked === undefined) {
    await showSample(vsix);
  } else {
    await show(vsix, path.resolve(asked));
  }

  return 0;
});

/** @param {string} vsix */
async function showSample(vsix) {
  const parent = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'hotreload-')));
  const folder = path.join(parent, 'shop');
  const isBuilt = (/** @type {string} */ file) => ['bin', 'obj'].includes(path.basename(file));
  cpSync(path.join(root, 'tests/fixtures/shop'), folder, { recursive: true, filter: (file) => !isBuilt(file) });
  try {
    await show(vsix, folder);
  } finally {
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Runs VS Code until Ctrl+C.
 * @param {string} vsix
 * @param {string} folder
 */
async function show(vsix, folder) {
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, resolve);
    }
  });
  const server = await CodeServer.start({ root, vsix, settings });
  console.log(`VS Code with the extension, on ${folder}:\n  ${server.addressOf(folder)}\nCtrl+C ends it.`);
  await stopped;
  console.error('Ending ...');
  await server.stop();
}
