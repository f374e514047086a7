import path from 'node:path';
import * as vscode from 'vscode';
import type { ProjectChoice } from '../projects';
import type { LaunchConfiguration } from './launch';

export const debugType = 'hotreload';

/** Completes what F5, a launch.json or a command asks for. */
export class ConfigurationProvider implements vscode.DebugConfigurationProvider {
  constructor(private readonly projects: ProjectChoice) {}

  /** One for each project that can be run, in the list of the Run view. */
  async provideDebugConfigurations(): Promise<vscode.DebugConfiguration[]> {
    const projects = await this.projects.all();
    return projects.map(({ name, path: project }) => ({
      type: debugType,
      request: 'launch',
      name: `Hot Reload: ${name}`,
      project: relative(project),
    }));
  }

  /** F5 without a launch.json comes with nothing at all. */
  async resolveDebugConfiguration(
    _folder: vscode.WorkspaceFolder | undefined,
    asked: vscode.DebugConfiguration,
  ): Promise<LaunchConfiguration | undefined> {
    const configuration = { ...asked, type: debugType, request: 'launch' } as LaunchConfiguration;
    if (configuration.project !== undefined) {
      return complete(configuration, configuration.name || 'Hot Reload');
    }

    const choice = await this.projects.choose();
    if (choice === 'cancelled') {
      return undefined;
    }

    return complete({ ...configuration, ...choice }, configuration.name || `Hot Reload: ${label(choice.project)}`);
  }

  /** Paths count from the folder of the launch.json. */
  resolveDebugConfigurationWithSubstitutedVariables(
    folder: vscode.WorkspaceFolder | undefined,
    configuration: vscode.DebugConfiguration,
  ): LaunchConfiguration {
    const { project, cwd } = configuration as LaunchConfiguration;
    const root = folder?.uri.fsPath;
    const absolute = (file: string): string => (root === undefined ? file : path.resolve(root, file));
    return {
      ...configuration,
      ...(project === undefined ? {} : { project: absolute(project) }),
      ...(cwd === undefined ? {} : { cwd: absolute(cwd) }),
    };
  }
}

/** No debugger is attached: with "noDebug" VS Code does not offer what only a debugger can do. */
function complete(configuration: LaunchConfiguration, name: string): LaunchConfiguration {
  const console = configuration.console ?? 'integratedTerminal';
  return {
    internalConsoleOptions: console === 'internalConsole' ? 'openOnSessionStart' : 'neverOpen',
    ...configuration,
    name,
    console,
    noDebug: true,
  };
}

function label(project: string | undefined): string {
  return project === undefined ? 'program' : path.parse(project).name;
}

function relative(project: string): string {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(project));
  return folder ? `\${workspaceFolder:${folder.name}}/${path.relative(folder.uri.fsPath, project)}` : project;
}
