import process from 'node:process';
import { bundleTests } from '../bundle.mjs';
import { run } from '../run.mjs';
import { freshReport, number, read } from './report.mjs';

/** @import { Need, Suite } from '../suites.mjs' */

/** A test that takes longer hangs. In milliseconds. */
const testLimit = 600_000;

/**
 * A folder of tests/ whose tests node runs. The files run one after the other: each has the machine for itself.
 * @param {string} name
 * @param {Need[]} [needs]
 * @returns {Suite}
 */
export function nodeSuite(name, needs = []) {
  return {
    name,
    needs,
    run: async () => {
      const report = freshReport(`${name}.tap`);
      const files = await bundleTests(name);
      const reporters = [
        ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
      ];
      const options = ['--enable-source-maps', `--test-timeout=${testLimit}`, '--test-concurrency=1', ...reporters];
      const code = await run(process.execPath, ['--test', ...options, ...files]);
      const text = read(report);
      const [passed, failed, cancelled] = ['pass', 'fail', 'cancelled'].map((word) =>
        number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)),
      );
      return { code, passed: passed ?? 0, failed: (failed ?? 0) + (cancelled ?? 0) };
    },
  };
}
