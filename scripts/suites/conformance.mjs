import { assemblyOf } from '../paths.mjs';
import { run } from '../run.mjs';
import { freshReport, number, read } from './report.mjs';

/** @import { Suite } from '../suites.mjs' */

/**
 * The cases in tests/conformance/cases: each program, edited while it runs, is compared with a build of the same text.
 * @returns {Suite}
 */
export function conformanceSuite() {
  return {
    name: 'conformance',
    run: async () => {
      const report = freshReport('conformance.json');
      const code = await run('dotnet', [assemblyOf('HotReload.Conformance'), '--json', report]);
      const text = read(report);
      const [passed, failed] = ['passed', 'failed'].map((word) =>
        number(new RegExp(`^ {2}"${word}": (\\d+)`, 'm').exec(text)),
      );
      return { code, passed: passed ?? 0, failed: failed ?? 0 };
    },
  };
}
