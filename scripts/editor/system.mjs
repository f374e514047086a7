// What the editor's set-up needs from the system, and cannot bring along.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { must, SetupError } from '../setup.mjs';

/**
 * A program that must be on the PATH, under one of its names, and the Debian packages that bring it.
 * @typedef {{ names: string[], packages: string[] }} Need
 */

/** @type {Need[]} */
const compilers = [
  { names: ['g++'], packages: ['g++'] },
  { names: ['make'], packages: ['make'] },
  { names: ['python3'], packages: ['python3'] },
];
/** Without a font of its own, the browser shows text as boxes. */
const browser = {
  names: ['chromium', 'chromium-browser', 'google-chrome'],
  packages: ['chromium', 'fonts-dejavu-core'],
};

/** The pinned node and the natives of VS Code's server are for one system. */
export function requireLinux() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const here = `${process.platform} on ${process.arch}`;
    throw new SetupError(`The editor's tests are set up for Linux on x64; this is ${here}.`);
  }
}

/** For VS Code's two native modules that have no prebuilt binaries. */
export async function requireCompilers() {
  await require(compilers);
}

/** @returns {Promise<string>} The full path of a browser that Playwright can drive. */
export async function requireBrowser() {
  await require([browser]);
  return find(browser) ?? '';
}

/** @param {Need[]} needs */
async function require(needs) {
  const missing = missingOf(needs);
  if (missing.length > 0) {
    await install(missing);
  }

  if (missingOf(needs).length > 0) {
    throw new SetupError(`The packages were installed, but ${namesOf(missing)} can't be found on the PATH.`);
  }
}

/** @param {Need[]} missing */
async function install(missing) {
  const packages = missing.flatMap((need) => need.packages);
  const canInstall = process.getuid?.() === 0 && find({ names: ['apt-get'], packages: [] }) !== undefined;
  if (!canInstall) {
    const advice = `on Debian: sudo apt-get install ${packages.join(' ')}`;
    throw new SetupError(
      `The editor's tests need ${namesOf(missing)} on the PATH. Install what is missing (${advice}).`,
    );
  }

  console.error(`Installing ${packages.join(', ')} ...`);
  const place = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  await must('apt-get', ['update', '-qq'], 'apt-get update failed', place);
  await must('apt-get', args, `apt-get could not install ${packages.join(', ')}`, place);
}

/** @param {Need[]} needs */
function missingOf(needs) {
  return needs.filter((need) => find(need) === undefined);
}

/** @param {Need[]} needs */
function namesOf(needs) {
  return needs.map((need) => need.names[0]).join(', ');
}

/** @param {Need} need */
function find(need) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return need.names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
