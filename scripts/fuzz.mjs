// Gives the readers of what comes from outside input that nobody means to send, for as long as wanted: npm run fuzz -- --minutes 10
import process from 'node:process';
import { parseArgs } from 'node:util';
import { run } from './run.mjs';
import { runMain, setUp } from './setup.mjs';

/** How many readers share the time. */
const readers = 6;

await runMain(async () => {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
  await setUp();
  process.env.HOTRELOAD_FUZZ_MINUTES = String(Number(values.minutes) / readers);
  const filter = 'FullyQualifiedName~Fuzzing';
  const build = ['-c', 'Release', '--no-build', '--nologo', '--logger', 'console;verbosity=detailed'];
  return await run('dotnet', ['test', 'tests/unit/HotReload.UnitTests.csproj', ...build, '--filter', filter]);
});
