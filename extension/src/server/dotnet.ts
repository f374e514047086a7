import path from 'node:path';

/** What the search for the .NET host depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
}

/**
 * Full path of the .NET host: as `DOTNET_ROOT` says, on the PATH, or where the installers put it, because an editor that
 * was started from a dock or menu often has no PATH to speak of.
 */
export function findDotnet(machine: Machine): string | undefined {
  const paths = machine.platform === 'win32' ? path.win32 : path.posix;
  const name = machine.platform === 'win32' ? 'dotnet.exe' : 'dotnet';
  return folders(machine)
    .filter((folder) => folder !== undefined && folder !== '')
    .map((folder) => paths.join(folder ?? '', name))
    .find(machine.exists);
}

function folders({ platform, env }: Machine): (string | undefined)[] {
  const onPath = (env.PATH ?? env.Path ?? '').split(platform === 'win32' ? ';' : ':');
  const installed =
    platform === 'win32'
      ? [`${env.ProgramFiles ?? 'C:\\Program Files'}\\dotnet`]
      : ['/usr/local/share/dotnet', '/usr/share/dotnet', '/usr/lib/dotnet', '/usr/lib64/dotnet', `${env.HOME ?? ''}/.dotnet`];
  return [env.DOTNET_ROOT, ...onPath, ...installed];
}
