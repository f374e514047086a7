import { assemblyOf } from '../paths.mjs';
import { run } from '../run.mjs';
import { freshReport, number, read } from './report.mjs';

/** @import { Suite } from '../suites.mjs' */

/** Random edits that every run makes; npm run soak goes on from there. */
const soak = ['soak', '--sequences', '3', '--edits', '50', '--seed', '1'];

/**
 * Programs, edited while they run, are compared with a build of the same text: the cases in tests/conformance/cases, and sequences of
 * random edits.
 * @returns {Suite}
 */
export function conformanceSuite() {
  return {
    name: 'conformance',
    run: async () => {
      const cases = await compare('conformance.json', []);
      const sequences = await compare('soak.json', soak);
      return {
        code: cases.code || sequences.code,
        passed: cases.passed + sequences.passed,
        failed: cases.failed + sequences.failed,
      };
    },
  };
}

/**
 * @param {string} name What the report's file is called.
 * @param {string[]} args
 */
async function compare(name, args) {
  const report = freshReport(name);
  const code = await run('dotnet', [assemblyOf('HotReload.Conformance'), ...args, '--json', report]);
  const text = read(report);
  const [passed, failed] = ['passed', 'failed'].map((word) =>
    number(new RegExp(`^ {2}"${word}": (\\d+)`, 'm').exec(text)),
  );
  return { code, passed: passed ?? 0, failed: failed ?? 0 };
}
