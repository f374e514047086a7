import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleTests } from '../bundle.mjs';
import { launchBrowser } from '../editor/browser.mjs';
import { CodeServer } from '../editor/codeServer.mjs';
import { artifacts, root } from '../paths.mjs';
import { SetupError } from '../setup.mjs';
import { freshReport, number, read } from './report.mjs';

/** @import { Need, Suite } from '../suites.mjs' */

/** All tests together take seconds. In milliseconds. */
const limit = 300_000;

/**
 * The tests that mocha runs inside VS Code's own extension host, where the real `vscode` module is; the extension is
 * the one that is packed.
 * @param {Need[]} needs
 * @returns {Suite}
 */
export function extensionSuite(needs) {
  return {
    name: 'extension',
    needs,
    run: async () => {
      await bundleTests('extension', ['index.ts']);
      const report = freshReport('extension.txt');
      const code = await runInExtensionHost(report);
      const text = read(report);
      console.log(text);
      const [passed, failed] = [/^ +(\d+) passing/m, /^ +(\d+) failing/m].map((line) => number(line.exec(text)));
      return { code, passed: passed ?? 0, failed: failed ?? 0 };
    },
  };
}

/** @param {string} report */
async function runInExtensionHost(report) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hr-'));
  // Without the first option, VS Code ignores what the page's address says of tests.
  const options = ['--vscode-option', 'enable-smoke-test-driver', '--disable-workspace-trust'];
  const server = await CodeServer.start({ root, options, env: { HOTRELOAD_EXTENSION_REPORT: report } });
  try {
    return await within(limit, openTests(server, folder), () => read(report) + readFileSync(server.log, 'utf8'));
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Opens a window of VS Code that runs the tests instead of waiting for a user.
 * @param {CodeServer} server
 * @param {string} folder
 * @returns {Promise<number>} The exit code of the tests.
 */
async function openTests(server, folder) {
  const remote = (/** @type {string} */ file) => `vscode-remote://${server.authority}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(root)],
    ['extensionTestsPath', remote(path.join(artifacts, 'extension-tests/index.cjs'))],
  ];
  const browser = await launchBrowser(root);
  try {
    const page = await browser.newPage();
    const exit = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await page.goto(`${server.addressOf(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    return Number(await exit);
  } finally {
    await browser.close();
  }
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @param {() => string} log
 */
async function within(milliseconds, promise, log) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new SetupError(`The tests in the extension host did not end within ${milliseconds} ms.\n${log()}`));
    }, milliseconds);
  });
  try {
    return await /** @type {Promise<T>} */ (Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}
