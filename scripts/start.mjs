// Builds, then runs one of the repository's programs with the arguments given: npm run demo -- --json
import process from 'node:process';
import { assemblyOf } from './paths.mjs';
import { run } from './run.mjs';
import { runMain, setUp } from './setup.mjs';

const [project = '', ...args] = process.argv.slice(2);

await runMain(async () => {
  await setUp();
  return await run('dotnet', [assemblyOf(project), ...args]);
});
