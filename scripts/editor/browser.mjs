import path from 'node:path';

/** A browser without a screen, that runs as root and asks nobody for anything. */
const options = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Starts the browser that was set up; it ends with this process at the latest.
 * @param {string} root The repository.
 * @param {string[]} [more] Further options of it.
 */
export async function launchBrowser(root, more = []) {
  const { chromium } = await import('playwright-core');
  return await chromium.launch({
    executablePath: path.join(root, 'artifacts/editor/browser'),
    args: [...options, ...more],
  });
}
