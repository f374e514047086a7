import { spawnSync } from 'node:child_process';
import { Workspace } from '../protocol/workspace';

/** Why a fixture's project can't be restored: what it is made of is in packages that not every feed serves. False where it can. */
export function missingPackages(fixture: string, project: string): string | false {
  const path = Workspace.fixture(fixture).path(project);
  const { stdout } = spawnSync('dotnet', ['restore', path, '-v:quiet', '-tl:off'], { encoding: 'utf8' });
  return /error (NU110[123][^[]*)/.exec(stdout)?.[1] ?? false;
}
