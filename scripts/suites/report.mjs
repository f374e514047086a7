import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
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
