// The SDK's compiler server, as a developer has it: it outlives a build, and the next one need not warm it. Tests make some hundred builds;
// without it these take most of the processor's time.
import process from 'node:process';
import { capture } from './run.mjs';

/** What is started from now on uses it, whatever the machine's environment says. */
export function useBuildServers() {
  process.env.UseSharedCompilation = 'true';
}

/** Ends it, and what the builds of tests have left besides. */
export async function endBuildServers() {
  await capture('dotnet', ['build-server', 'shutdown']);
}
