// The SDK's build servers, as a developer has them: the compiler and the nodes of MSBuild outlive a build, and the next one need not warm them.
// Tests make some hundred builds; without the servers these take most of the processor's time.
import process from 'node:process';
import { capture } from './run.mjs';

/** What is started from now on uses them, whatever the machine's environment says. */
export function useBuildServers() {
  process.env.UseSharedCompilation = 'true';
  process.env.MSBUILDDISABLENODEREUSE = '0';
}

/** Ends them. */
export async function endBuildServers() {
  await capture('dotnet', ['build-server', 'shutdown']);
}
