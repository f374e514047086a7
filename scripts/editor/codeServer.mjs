// A running VS Code for a browser. Its user is new each time: settings, state and extensions are in a folder of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * What is asked of a VS Code.
 * @typedef {object} Wishes
 * @property {string} root The repository.
 * @property {string} [vsix] A package to install.
 * @property {Record<string, unknown>} [settings] The user's settings.
 * @property {Record<string, string>} [env] Environment variables on top of ours.
 * @property {string[]} [options] Further arguments of code-server.
 */

/** Nothing of an editor or test runner that we may run in ourselves is meant for this one. */
const foreign = /^(VSCODE_|ELECTRON_|NODE_TEST_|NODE_OPTIONS$|PORT$|PASSWORD$)/;

export class CodeServer {
  /** Where its page is; ends without a slash. */
  url = '';
  #output = '';
  #program;
  #closed;

  /**
   * Starts the server; it answers when the promise is fulfilled.
   * @param {Wishes} wishes
   */
  static async start(wishes) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'hr-')); // Short, because the path of a socket may not be long.
    writeUser(folder, wishes.settings ?? {});
    if (wishes.vsix !== undefined) {
      await install(wishes, folder);
    }

    const options = ['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check'];
    const patience = ['--disable-getting-started-override', '--reconnection-grace-time', '5'];
    const server = new CodeServer(folder, wishes, [...options, ...patience, ...(wishes.options ?? [])]);
    await server.#listening();
    return server;
  }

  /**
   * @param {string} folder
   * @param {Wishes} wishes
   * @param {string[]} options
   */
  constructor(folder, wishes, options) {
    this.folder = folder;
    this.#program = launch(wishes, folder, options);
    this.#closed = once(this.#program, 'close');
    const log = createWriteStream(this.log);
    for (const stream of [this.#program.stdout, this.#program.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        this.#output += text;
        log.write(text);
      });
    }
    void this.#closed.then(() => log.end());
  }

  /** The file with what it has written. */
  get log() {
    return path.join(this.folder, 'code-server.log');
  }

  /** Host and port. */
  get authority() {
    return new URL(this.url).host;
  }

  /** @param {string} folder Or a .code-workspace file. */
  addressOf(folder) {
    const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
    return `${this.url}/?${kind}=${encodeURIComponent(folder)}`;
  }

  /** Ends it and all that it has started, and forgets the user. */
  async stop() {
    this.#program.stdin.end();
    await this.#closed;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async #listening() {
    const address = /HTTP server listening on (http:\/\/\S*\d)/;
    while (!address.test(this.#output)) {
      const ended = await Promise.race([this.#closed, once(this.#program.stdout, 'data').then(() => undefined)]);
      if (ended) {
        throw new Error(`VS Code's server has ended. It wrote:\n${this.#output}`);
      }
    }

    this.url = address.exec(this.#output)?.[1] ?? '';
    await fetch(`${this.url}/?ew=true`); // The first request loads VS Code into the server.
  }
}

/**
 * @param {string} folder
 * @param {Record<string, unknown>} settings
 */
function writeUser(folder, settings) {
  mkdirSync(path.join(folder, 'data/User'), { recursive: true });
  writeFileSync(path.join(folder, 'data/User/settings.json'), JSON.stringify(settings, undefined, 2));
  writeFileSync(path.join(folder, 'config.yaml'), 'auth: none\n');
}

/**
 * @param {Wishes} wishes
 * @param {string} folder
 */
async function install(wishes, folder) {
  const program = launch(wishes, folder, ['--install-extension', wishes.vsix ?? '']);
  let output = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  await once(program, 'close');
  if (program.exitCode !== 0) {
    throw new Error(`${wishes.vsix} could not be installed:\n${output}`);
  }
}

/**
 * @param {Wishes} wishes
 * @param {string} folder
 * @param {string[]} args
 */
function launch({ root, env }, folder, args) {
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const user = { XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder };
  const keeper = path.join(root, 'scripts/editor/keeper.mjs');
  const place = ['--config', `${folder}/config.yaml`, '--user-data-dir', `${folder}/data`];
  const command = [path.join(root, 'artifacts/editor/code-server'), ...place, '--extensions-dir', `${folder}/ext`];
  return spawn(process.execPath, [keeper, ...command, ...args], {
    cwd: folder,
    detached: true, // A Ctrl+C in our terminal is for us: we end it in order.
    // No gallery: what is installed is what the test is about. No node of MSBuild that others may use: all that is started here ends with it.
    env: {
      ...Object.fromEntries(own),
      ...user,
      EXTENSIONS_GALLERY: '{"serviceUrl":""}',
      MSBUILDDISABLENODEREUSE: '1',
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}
