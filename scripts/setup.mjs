// Makes a fresh clone ready: npm packages, then the solution. Only node's own modules may be used here, because nothing
// else is there yet. All messages go to stderr, so that what runs afterwards has stdout for itself.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { artifacts, root, solution } from './paths.mjs';
import { capture } from './run.mjs';

const leastNode = [20, 19];
const leastDotnet = 10;

/** What the user has to mend; its message is all they need to see. */
export class SetupError extends Error {}

/** Does all of it; quick when there is nothing to do. */
export async function setUp() {
  checkNode();
  await checkDotnet();
  await installPackages();
  await build();
}

/**
 * Runs a script's main function; what the user has to mend is shown without a stack.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) {
      throw error;
    }

    console.error(error.message);
    process.exitCode = 1;
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = leastNode;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    throw new SetupError(`Node ${leastNode.join('.')} or later is needed; this is ${process.versions.node}.`);
  }
}

async function checkDotnet() {
  const advice = 'Install it from https://dotnet.microsoft.com/download and try again.';
  const { code, output } = await capture('dotnet', ['--version']).catch(() => ({ code: -1, output: '' }));
  if (code === -1) {
    throw new SetupError(
      `The .NET SDK ${leastDotnet} or later is needed, and there is no "dotnet" on the PATH. ${advice}`,
    );
  }

  if (code !== 0) {
    throw new SetupError(`"dotnet --version" failed:\n${output.trim()}`);
  }

  if (Number.parseInt(output, 10) < leastDotnet) {
    throw new SetupError(`The .NET SDK ${leastDotnet} or later is needed; this is ${output.trim()}. ${advice}`);
  }
}

/** Installs when node_modules is missing or was made from another lock file. */
export async function installPackages() {
  const hash = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(root, 'node_modules', '.lock-hash');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return;
  }

  console.error('Installing the npm packages ...');
  const [command, first] = npm();
  await must(command, [...first, 'ci', '--no-audit', '--no-fund'], 'npm ci failed');
  writeFileSync(stamp, hash);
}

/**
 * How to start npm: by its script where npm started us, because npm itself is no executable on Windows.
 * @returns {[string, string[]]}
 */
export function npm() {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
}

async function build() {
  console.error('Building the solution ...');
  mkdirSync(artifacts, { recursive: true });
  await must('dotnet', ['build', solution, '-c', 'Release', '--nologo', '-v', 'quiet'], 'The build failed');
}

/**
 * Runs a command that must succeed, and shows its output only when it doesn't.
 * @param {string} command
 * @param {string[]} args
 * @param {string} complaint
 * @param {Parameters<typeof capture>[2]} [place]
 */
export async function must(command, args, complaint, place) {
  const { code, output } = await capture(command, args, place);
  if (code !== 0) {
    throw new SetupError(`${output.trim()}\n${complaint} (exit code ${code}).`);
  }
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    await setUp();
    console.error('Ready.');
    return 0;
  });
}
