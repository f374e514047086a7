import type { Workspace } from '../../protocol/workspace';

/** A program of tests/fixtures. */
export interface Program {
  readonly fixture: string;
  readonly project: string;
  readonly prepare: (workspace: Workspace) => void;
}

export const programs = {
  site: { fixture: 'site', project: 'App/App.csproj', prepare: withoutCompression },
  browser: { fixture: 'blazor-browser', project: 'Server/Server.csproj', prepare: () => undefined },
} satisfies Record<string, Program>;

/** Takes compression out of the program: dotnet watch puts its script into no compressed page, and the comparison would be unfair. */
function withoutCompression(workspace: Workspace): void {
  const file = 'App/Program.cs';
  workspace.write(file, workspace.read(file).replace('app.UseResponseCompression();', ''));
}
