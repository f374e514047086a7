// Sets everything up and runs all tests, or with --only the suites named: npm test -- --only unit,protocol
// The last line is always the sum of what the runners counted; a step that broke outside a test counts as one failure.
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { endBuildServers, useBuildServers } from './buildServers.mjs';
import { root } from './paths.mjs';
import { capture } from './run.mjs';
import { SetupError, setUp } from './setup.mjs';
import { findSuites } from './suites.mjs';
import { failuresIn } from './suites/report.mjs';

/** @import { Need, Suite } from './suites.mjs' */

/** Most tests wait most of the time, for a build, a program, a window; three side by side wait for each other. */
const workers = 2;

/** @type {Map<Need, Promise<unknown>>} */
const met = new Map();

let passed = 0;
let failed = 0;

/** What the suites that ran beside others say of failures: told again at the end, where one looks. @type {string[]} */
const failures = [];

try {
  const { only, ready } = read();
  const suites = chosen(only);
  if (!ready) {
    useBuildServers();
    await setUp();
  }

  if (only === undefined) {
    await Promise.all(Array.from({ length: workers }, () => work(suites)));
  } else {
    for (const suite of suites) {
      await runSuite(ready ? { ...suite, needs: [] } : suite);
    }
  }
} catch (error) {
  failed++;
  console.log(error instanceof SetupError ? error.message : error);
}

if (!process.argv.includes('--ready')) {
  await endBuildServers();
}

for (const each of failures) {
  console.log(each);
}

console.log(closingLine(passed, failed));
process.exitCode = failed === 0 ? 0 : 1;

/**
 * What the user has to mend; anything else is a defect of ours.
 * @param {unknown} error
 */
function messageOf(error) {
  if (!(error instanceof SetupError)) {
    throw error;
  }

  return error.message;
}

/**
 * @param {number} passed
 * @param {number} failed
 */
function closingLine(passed, failed) {
  return `${passed} passed, ${failed} failed`;
}

function read() {
  try {
    // --ready is for this file's own use: everything is set up already.
    return parseArgs({ options: { only: { type: 'string' }, ready: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new SetupError(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string | undefined} only */
function chosen(only) {
  const suites = findSuites();
  const names = only?.split(',') ?? suites.map((suite) => suite.name);
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    const known = [...new Set(suites.map((suite) => suite.name))].join(', ');
    throw new SetupError(`There is no suite "${unknown}"; there are ${known}.`);
  }

  return suites.filter((suite) => names.includes(suite.name));
}

/**
 * Takes one suite after the other from the queue. Each is a process of its own, whose output is shown when it has ended.
 * @param {Suite[]} queue
 */
async function work(queue) {
  for (let suite = queue.shift(); suite !== undefined; suite = queue.shift()) {
    try {
      await meet(suite);
    } catch (error) {
      failed++;
      console.log(`\n== ${suite.name}\n${messageOf(error)}`);
      continue;
    }

    const script = path.join(root, 'scripts/test.mjs');
    const { output } = await capture(process.execPath, [script, '--only', suite.name, '--ready']);
    const end = output.trimEnd().lastIndexOf('\n');
    const closing = /^(\d+) passed, (\d+) failed$/.exec(output.trimEnd().slice(end + 1));
    passed += Number(closing?.[1] ?? 0);
    const failedHere = Number(closing?.[2] ?? 1);
    failed += failedHere;
    if (failedHere > 0) {
      failures.push(`\n== failed in ${suite.name}\n${failuresIn(output.slice(0, closing ? end : undefined))}`);
    }

    console.log(closing ? output.slice(0, end) : output.trimEnd());
  }
}

/**
 * Sees to what a suite needs, unless another one has done so. One after the other: they share folders.
 * @param {Suite} suite
 */
async function meet({ needs = [] }) {
  for (const need of needs) {
    const made = met.get(need) ?? need();
    met.set(need, made);
    await made;
  }
}

/** @param {Suite} suite */
async function runSuite(suite) {
  console.log(`\n== ${suite.name}`);
  const started = performance.now();
  const counts = await countsOf(suite);
  passed += counts.passed;
  failed += counts.failed;
  if (counts.passed + counts.failed === 0) {
    failed++;
    console.log(`The suite ${suite.name} ran no tests.`);
  } else if (counts.code !== 0 && counts.failed === 0) {
    failed++;
    console.log(`The suite ${suite.name} ended with exit code ${counts.code}, although no test failed.`);
  }

  console.log(`${suite.name} took ${Math.round((performance.now() - started) / 1000)} s.`);
}

/**
 * What one suite lacks is no reason not to run the others.
 * @param {Suite} suite
 */
async function countsOf(suite) {
  try {
    await meet(suite);
    return await suite.run();
  } catch (error) {
    console.log(messageOf(error));
    return { code: 1, passed: 0, failed: 0 };
  }
}
