import { assemblyOf } from '../paths.mjs';
import { run } from '../run.mjs';
import { freshReport, number, read } from './report.mjs';

/** @import { Suite } from '../suites.mjs' */

/** Random edits that every run makes; npm run sequences goes on from there. */
const sequences = ['sequences', '--sequences', '3', '--edits', '50', '--seed', '1'];

/** How long every run works on a real code base, faults included; npm run soak does so for longer. In seconds. */
const daySeconds = 60;
const day = ['day', '--minutes', String(daySeconds / 60), '--seed', '1'];

/**
 * Programs, edited while they run, are compared with a build of the same text: the cases in tests/conformance/cases, sequences of
 * random edits, and a working day in short.
 * @returns {Suite}
 */
export function conformanceSuite() {
  return {
    name: 'conformance',
    run: async () => {
      const parts = [
        await compare('conformance.json', []),
        await compare('sequences.json', sequences),
        await compare('day.json', day),
      ];
      return parts.reduce((sum, part) => ({
        code: sum.code || part.code,
        passed: sum.passed + part.passed,
        failed: sum.failed + part.failed,
      }));
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
