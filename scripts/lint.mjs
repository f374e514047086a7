// Everything that can be said about the TypeScript without running it.
import process from 'node:process';
import { run } from './run.mjs';
import { installPackages, runMain } from './setup.mjs';

const formatted = [
  'extension/**/*.ts',
  'tests/**/*.ts',
  'server/**/PageScript/**/*.ts',
  'scripts/**/*.{json,mjs}',
  '*.{json,mjs}',
];

/** @returns {Promise<{ passed: number, failed: number }>} How many of the checks did which. */
export async function lint() {
  let passed = 0;
  let failed = 0;
  for (const [tool, ...args] of [
    ['typescript/bin/tsc', '--project', 'tsconfig.json'],
    ['typescript/bin/tsc', '--project', 'server/HotReload.Agent.AspNetCore/PageScript/tsconfig.json'],
    ['typescript/bin/tsc', '--project', 'tests/page/tsconfig.json'],
    ['typescript/bin/tsc', '--project', 'tests/benchmarks/page/tsconfig.json'],
    ['eslint/bin/eslint.js', '--max-warnings', '0', '.'],
    ['prettier/bin/prettier.cjs', '--log-level', 'warn', '--check', ...formatted],
  ]) {
    if ((await run(process.execPath, [`node_modules/${tool}`, ...args])) === 0) {
      passed++;
    } else {
      failed++;
    }
  }

  return { passed, failed };
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    await installPackages();
    return (await lint()).failed === 0 ? 0 : 1;
  });
}
