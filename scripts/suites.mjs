import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { artifacts, root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * A part of the tests with a runner of its own.
 * @typedef {{ name: string, run: () => Promise<Counts> }} Suite
 * What a runner said: its exit code, and its own counts where it came far enough to leave any.
 * @typedef {{ code: number, passed: number, failed: number }} Counts
 */

const results = path.join(artifacts, 'tests');
/** A run of one project that takes longer hangs. */
const sessionLimit = `RunConfiguration.TestSessionTimeout=${20 * 60 * 1000}`;
const order = ['unit', 'protocol', 'integration', 'faults'];

/**
 * All suites of the repository: the NUnit projects under tests/, named by their folders there, and the protocol tests.
 * @returns {Suite[]} The quick ones first.
 */
export function findSuites() {
  const tests = path.join(root, 'tests');
  const projects = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('Tests.csproj') && !file.startsWith('fixtures'))
    .map((file) => dotnetSuite(file.split(path.sep)[0] ?? '', path.join(tests, file)));
  return [...projects, protocolSuite()].sort((left, right) => rank(left.name) - rank(right.name));
}

/** @param {string} name */
function rank(name) {
  const place = order.indexOf(name);
  return place < 0 ? order.length : place;
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

/** @returns {Suite} */
function protocolSuite() {
  return {
    name: 'protocol',
    run: async () => {
      const report = freshReport('protocol.tap');
      const files = await bundle();
      const reporters = [
        ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
      ];
      const options = ['--enable-source-maps', '--test-timeout=600000', ...reporters];
      const code = await run(process.execPath, ['--test', ...options, ...files]);
      const text = read(report);
      const [passed, failed, cancelled] = ['pass', 'fail', 'cancelled'].map((word) =>
        number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)),
      );
      return { code, passed: passed ?? 0, failed: (failed ?? 0) + (cancelled ?? 0) };
    },
  };
}

/** @returns {Promise<string[]>} The files to run, one a test file. */
async function bundle() {
  const source = path.join(root, 'tests/protocol');
  const target = path.join(artifacts, 'protocol-tests');
  const tests = readdirSync(source).filter((file) => file.endsWith('.test.ts'));
  rmSync(target, { recursive: true, force: true });
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: tests.map((file) => path.join(source, file)),
    outdir: target,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return tests.map((file) => path.join(target, file.replace(/ts$/, 'cjs')));
}

/** @param {string} name */
function freshReport(name) {
  const report = path.join(results, name);
  mkdirSync(results, { recursive: true });
  rmSync(report, { force: true });
  return report;
}

/** @param {string} report */
function read(report) {
  try {
    return readFileSync(report, 'utf8');
  } catch {
    return ''; // The runner did not come so far.
  }
}

/** @param {RegExpExecArray | null} match */
function number(match) {
  return Number(match?.[1] ?? 0);
}
