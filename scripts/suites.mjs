import { installBrowser, installEditor } from './editor/install.mjs';
import { makePackage } from './package.mjs';
import { checksSuite } from './suites/checks.mjs';
import { conformanceSuite } from './suites/conformance.mjs';
import { dotnetSuites } from './suites/dotnet.mjs';
import { extensionSuite } from './suites/extension.mjs';
import { nodeSuite } from './suites/node.mjs';

/**
 * A part of the tests with a runner of its own.
 * @typedef {{ name: string, needs?: Need[], run: () => Promise<Counts> }} Suite
 * What has to be there before a suite runs. It is made once, whoever needs it: two at once would be in each other's way.
 * @typedef {() => Promise<unknown>} Need
 * What a runner said: its exit code, and its own counts where it came far enough to leave any.
 * @typedef {{ code: number, passed: number, failed: number }} Counts
 */

/**
 * How long each took beside the others when that was last looked at, in seconds. A wrong figure costs time and nothing else: what takes
 * long is begun first, so that what is short fills up the end.
 * @type {Record<string, number>}
 */
const seconds = {
  editor: 960,
  protocol: 560,
  integration: 480,
  conformance: 520,
  faults: 260,
  unit: 250,
  page: 240,
  extension: 90,
  checks: 60,
  runtime: 40,
  package: 10,
};

/**
 * All suites of the repository.
 * @returns {Suite[]} The long ones first; one that has no figure yet may be longest of all.
 */
export function findSuites() {
  const wholeEditor = [installEditor, installBrowser, makePackage];
  const suites = [
    ...dotnetSuites(),
    checksSuite(),
    conformanceSuite(),
    nodeSuite('protocol'),
    nodeSuite('package', [makePackage]),
    nodeSuite('page', [installBrowser]),
    nodeSuite('editor', wholeEditor),
    extensionSuite(wholeEditor),
  ];
  return suites.sort((left, right) => lengthOf(right) - lengthOf(left));
}

/** @param {Suite} suite */
function lengthOf(suite) {
  return seconds[suite.name] ?? Infinity;
}
