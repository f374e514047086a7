import type { Workspace } from '../../protocol/workspace';

/** Takes compression out of the program: dotnet watch puts its script into no compressed page, and the comparison would be unfair. */
export function withoutCompression(workspace: Workspace): void {
  const file = 'App/Program.cs';
  workspace.write(file, workspace.read(file).replace('app.UseResponseCompression();', ''));
}
