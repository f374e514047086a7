// Gives the readers of what comes from outside input that nobody means to send, for as long as wanted: npm run fuzz -- --minutes 10
import process from 'node:process';
import { parseArgs } from 'node:util';
import { run } from './run.mjs';
import { runMain, setUp } from './setup.mjs';

/** Where the readers are tried, and how many there are. @type {{ project: string, filter: string, readers: number }[]} */
const places = [
  { project: 'tests/unit/HotReload.UnitTests.csproj', filter: 'FullyQualifiedName~Fuzzing', readers: 6 },
  {
    project: 'tests/faults/HotReload.FaultTests.csproj',
    filter: 'FullyQualifiedName~No_trick_that_chance_makes',
    readers: 1,
  },
];

await runMain(async () => {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
  await setUp();
  const readers = places.reduce((sum, place) => sum + place.readers, 0);
  process.env.HOTRELOAD_FUZZ_MINUTES = String(Number(values.minutes) / readers);
  const build = ['-c', 'Release', '--no-build', '--nologo', '--logger', 'console;verbosity=detailed'];
  let worst = 0;
  for (const { project, filter } of places) {
    worst = Math.max(worst, await run('dotnet', ['test', project, ...build, '--filter', filter]));
  }

  return worst;
});
