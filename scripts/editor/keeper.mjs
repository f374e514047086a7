// Runs a command in a process group of its own and ends the whole group when the standard input ends. That is when its
// owner lets go, and also when its owner is killed: nothing that was started for a test outlives the test.
import { spawn } from 'node:child_process';
import process from 'node:process';

/** How long the group may take to end by itself. In milliseconds. */
const grace = 5_000;

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });

child.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.once('exit', (code) => {
  signal('SIGKILL');
  process.exit(code ?? 1);
});
process.stdin.resume().once('close', end);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, end);
}

function end() {
  signal('SIGTERM');
  setTimeout(() => {
    signal('SIGKILL');
  }, grace);
}

/** @param {NodeJS.Signals} name */
function signal(name) {
  try {
    process.kill(-(child.pid ?? 0), name);
  } catch {
    // Nobody is left in the group.
  }
}
