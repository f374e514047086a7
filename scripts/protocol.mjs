// Writes extension/src/protocol.ts anew from the server's types.
import path from 'node:path';
import process from 'node:process';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { runMain, setUp } from './setup.mjs';

await runMain(async () => {
  await setUp();
  const project = path.join(root, 'tests/unit/HotReload.UnitTests.csproj');
  const filter = ['--filter', 'FullyQualifiedName~ProtocolMirrorTests'];
  process.env.HOTRELOAD_UPDATE_PROTOCOL = '1';
  return await run('dotnet', ['test', project, '-c', 'Release', '--no-build', '--nologo', ...filter]);
});
