import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { artifacts } from '../paths.mjs';

/** Where the runners leave what they have counted. */
export const results = path.join(artifacts, 'tests');

/**
 * Where a runner is to write; nothing of an earlier run is left there.
 * @param {string} name
 */
export function freshReport(name) {
  const report = path.join(results, name);
  mkdirSync(results, { recursive: true });
  rmSync(report, { force: true });
  return report;
}

/** @param {string} report */
export function read(report) {
  try {
    return readFileSync(report, 'utf8');
  } catch {
    return ''; // The runner did not come so far.
  }
}

/** @param {RegExpExecArray | null} match */
export function number(match) {
  return Number(match?.[1] ?? 0);
}

/** With what the runners begin to tell of failed tests: node, NUnit's, mocha. */
const failures = [/^✖ failing tests:$/m, /^ {2}Failed .+ \[.+\]$/m, /^ {2}\d+ failing$/m];

/** More of one suite would hide the others'. */
const mostLines = 100;

/**
 * What a suite's output says of tests that failed: from the first of them on, or its end where it says so in no such words.
 * @param {string} output
 */
export function failuresIn(output) {
  const text = stripVTControlCharacters(output).trimEnd();
  const starts = failures.map((each) => text.search(each)).filter((start) => start >= 0);
  return starts.length > 0
    ? text
        .slice(Math.min(...starts))
        .split('\n')
        .slice(0, mostLines)
        .join('\n')
    : text.split('\n').slice(-mostLines).join('\n');
}
