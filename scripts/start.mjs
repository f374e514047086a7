// Builds, then runs one of the repository's programs with the arguments given: npm run --silent demo -- --json
import { existsSync } from 'node:fs';
import process from 'node:process';
import { assemblyOf } from './paths.mjs';
import { run } from './run.mjs';
import { runMain, SetupError, setUp } from './setup.mjs';

const [project = '', ...args] = process.argv.slice(2);

await runMain(async () => {
  await setUp();
  const assembly = assemblyOf(project);
  if (!existsSync(assembly)) {
    throw new SetupError(`The build made no ${assembly}.`);
  }

  return await run('dotnet', [assembly, ...args], 'inherit');
});
