import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { run } from '../run.mjs';
import { freshReport, number, read, results } from './report.mjs';

/** @import { Suite } from '../suites.mjs' */

/** A run of one project that takes longer hangs. */
const sessionLimit = `RunConfiguration.TestSessionTimeout=${25 * 60 * 1000}`;

/**
 * The NUnit projects under tests/, named by their folders there; what tests the runtime alone is a suite of its own.
 * @returns {Suite[]}
 */
export function dotnetSuites() {
  const tests = path.join(root, 'tests');
  return readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('Tests.csproj') && !file.startsWith('fixtures'))
    .map((file) => dotnetSuite(nameOf(file), path.join(tests, file)));
}

/**
 * @param {string} project Relative to tests/.
 * @returns {string}
 */
function nameOf(project) {
  const [folder = '', ...rest] = project.split(path.sep);
  return rest[0] === 'Runtime' ? 'runtime' : folder;
}

/**
 * @param {string} name
 * @param {string} project
 * @returns {Suite}
 */
function dotnetSuite(name, project) {
  return {
    name,
    run: async () => {
      const file = `${path.basename(project, '.csproj')}.trx`;
      const report = freshReport(file);
      const build = ['-c', 'Release', '--no-build', '--nologo'];
      const logger = ['--logger', `trx;LogFileName=${file}`, '--results-directory', results];
      const code = await run('dotnet', ['test', project, ...build, ...logger, '--', sessionLimit]);
      const counters = /<Counters [^>]*>/.exec(read(report))?.[0] ?? '';
      const passed = number(/\bpassed="(\d+)"/.exec(counters));
      return { code, passed, failed: number(/\bexecuted="(\d+)"/.exec(counters)) - passed };
    },
  };
}
