// Sets everything up and runs all tests, or with --only the suites named: npm test -- --only unit,protocol
// The last line is always the sum of what the runners counted; a step that broke outside a test counts as one failure.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { audit } from './audit.mjs';
import { lint } from './lint.mjs';
import { SetupError, setUp } from './setup.mjs';
import { findSuites } from './suites.mjs';

/** @import { Suite } from './suites.mjs' */

let passed = 0;
let failed = 0;

try {
  const { only, suites } = chosen();
  await setUp();
  if (!only) {
    await check();
  }

  for (const suite of suites) {
    await runSuite(suite);
  }
} catch (error) {
  failed++;
  console.log(error instanceof SetupError ? error.message : error);
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function chosen() {
  const suites = findSuites();
  const only = readOnly();
  const names = only?.split(',') ?? suites.map((suite) => suite.name);
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    const known = [...new Set(suites.map((suite) => suite.name))].join(', ');
    throw new SetupError(`There is no suite "${unknown}"; there are ${known}.`);
  }

  return { only, suites: suites.filter((suite) => names.includes(suite.name)) };
}

function readOnly() {
  try {
    return parseArgs({ options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    throw new SetupError(error instanceof Error ? error.message : String(error));
  }
}

async function check() {
  console.log('\n== lint');
  const broken = await lint();
  if (broken > 0) {
    failed += broken;
    console.log(`${broken} of the checks on the TypeScript failed.`);
  }

  console.log('\n== audit');
  failed += await audit();
}

/** @param {Suite} suite */
async function runSuite(suite) {
  console.log(`\n== ${suite.name}`);
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
}

/**
 * What one suite lacks is no reason not to run the others.
 * @param {Suite} suite
 */
async function countsOf(suite) {
  try {
    return await suite.run();
  } catch (error) {
    if (!(error instanceof SetupError)) {
      throw error;
    }

    console.log(error.message);
    return { code: 1, passed: 0, failed: 0 };
  }
}
