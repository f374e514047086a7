import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const quietDotnet = { DOTNET_NOLOGO: '1', DOTNET_CLI_TELEMETRY_OPTOUT: '1' };

/**
 * Runs a command in the repository's root with its output on ours. Input is only for programs that people talk to: what
 * reads a terminal that it runs behind is stopped by the system.
 * @param {string} command
 * @param {string[]} args
 * @param {'ignore' | 'inherit'} [input]
 * @returns {Promise<number>} The exit code; 1 when a signal ended it.
 */
export function run(command, args, input = 'ignore') {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...quietDotnet },
      stdio: [input, 'inherit', 'inherit'],
    });
    // The terminal interrupts the child, too. It may have things to put in order, so it is awaited; nothing follows then.
    let interrupted = false;
    const interrupt = () => (interrupted = true);
    const terminate = () => child.kill();
    process.on('SIGINT', interrupt).on('SIGTERM', terminate);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', interrupt).off('SIGTERM', terminate);
      if (interrupted) {
        process.exit(code ?? 1);
      }

      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a command and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [place] The repository's root, and nothing besides our own environment.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...quietDotnet, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
