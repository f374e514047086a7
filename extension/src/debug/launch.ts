import type * as vscode from 'vscode';
import type { ReloadMode, StartParams } from '../protocol';

/** A configuration of type "hotreload", as package.json describes it. */
export interface LaunchConfiguration extends vscode.DebugConfiguration {
  readonly project?: string;
  readonly launchProfile?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly targetFramework?: string;
  readonly console?: 'integratedTerminal' | 'internalConsole';
  readonly launchBrowser?: boolean;
  readonly applyOn?: ReloadMode;
}

/** What the server is asked for. What the configuration leaves out is left out here, too: the server knows what then holds. */
export function startParams(launch: LaunchConfiguration): StartParams {
  const params = {
    project: launch.project,
    launchProfile: launch.launchProfile,
    args: launch.args,
    environment: launch.env,
    workingDirectory: launch.cwd,
    targetFramework: launch.targetFramework,
    launchBrowser: launch.launchBrowser,
    mode: launch.applyOn,
    terminal: launch.console === 'internalConsole' ? 'server' : 'client',
  };
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
}
