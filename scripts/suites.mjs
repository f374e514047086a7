import { installBrowser, installEditor } from './editor/install.mjs';
import { makePackage } from './package.mjs';
import { conformanceSuite } from './suites/conformance.mjs';
import { dotnetSuites } from './suites/dotnet.mjs';
import { extensionSuite } from './suites/extension.mjs';
import { nodeSuite } from './suites/node.mjs';

/**
 * A part of the tests with a runner of its own.
 * @typedef {{ name: string, run: () => Promise<Counts> }} Suite
 * What a runner said: its exit code, and its own counts where it came far enough to leave any.
 * @typedef {{ code: number, passed: number, failed: number }} Counts
 */

/**
 * What runs side by side: in each lane one after the other, both lanes about as long. A suite that none names ends the first lane; those that
 * pack the extension are in one.
 */
const lanes = [
  ['unit', 'conformance', 'integration', 'faults'],
  ['protocol', 'package', 'extension', 'page', 'editor'],
];

/**
 * All suites of the repository.
 * @returns {Suite[]} The quick ones first.
 */
export function findSuites() {
  const ofNode = [
    nodeSuite('protocol'),
    nodeSuite('package', makePackage),
    nodeSuite('page', installBrowser),
    nodeSuite('editor', prepareEditor),
  ];
  const suites = [...dotnetSuites(), ...ofNode, extensionSuite(), conformanceSuite()];
  return suites.sort((left, right) => rank(left.name) - rank(right.name));
}

/**
 * The names of suites, as they run side by side. Most of them wait most of the time: for a build, a program, a window.
 * @param {string[]} names
 * @returns {string[][]}
 */
export function inLanes(names) {
  const [first = [], ...others] = lanes;
  const known = lanes.flat();
  const all = [[...first, ...names.filter((name) => !known.includes(name))], ...others];
  return all.map((lane) => lane.filter((name) => names.includes(name)));
}

async function prepareEditor() {
  await installEditor();
  await installBrowser();
  await makePackage();
}

/** @param {string} name */
function rank(name) {
  const order = lanes.flat();
  const place = order.indexOf(name);
  return place < 0 ? order.length : place;
}
