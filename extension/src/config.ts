import * as vscode from 'vscode';
import type {
  InitializationOptions,
  NewFieldsPolicy,
  ReloadMode,
  RestartPolicy,
  RollbackPolicy,
  StateOnRestart,
} from './protocol';

const section = 'hotReload';

/** Extensions that bring a C# language server of their own, which shows compiler errors as well. */
const otherServers = ['ms-dotnettools.csharp', 'ms-dotnettools.csdevkit', 'muhammad-sammy.csharp'];

/** The user's settings, read anew each time: they may change at any moment. */
export const config = {
  get applyOn(): ReloadMode {
    return get<ReloadMode>('applyOn', 'save');
  },
  get restart(): RestartPolicy {
    return get<RestartPolicy>('restart', 'ask');
  },
  get progressInNotification(): boolean {
    return get<string>('progress', 'statusBar') === 'notification';
  },
  get gutter(): boolean {
    return get('gutter', true);
  },
  get serverPath(): string {
    return get('server.path', '');
  },
  get serverArgs(): readonly string[] {
    return get<readonly string[]>('server.args', []);
  },
};

/** What the server has to know of the settings, at its start and after each change. */
export function serverOptions(): InitializationOptions {
  return {
    mode: config.applyOn,
    debounceOnType: get('debounceOnType', 50),
    debounceOnSave: get('debounceOnSave', 10),
    externalEdits: get('externalEdits', true),
    restart: config.restart,
    stateOnRestart: get<StateOnRestart>('state.onRestart', 'marked'),
    rollbackOnException: get<RollbackPolicy>('rollbackOnException', 'ask'),
    newFields: get<NewFieldsPolicy>('state.newFields', 'initialize'),
    newFieldsBudget: get('state.newFieldsBudget', 250),
    compilerDiagnostics: showsCompilerErrors(get('diagnostics.compiler', 'auto'), isInstalled),
    speculate: get('speculate', true),
    prepare: get('prepare', true),
    browser: {
      overlay: get('browser.overlay', true),
      morph: get('browser.morph', true),
      indicator: get('browser.indicator', true),
      hosts: get<readonly string[]>('browser.hosts', []),
    },
    runInTerminal: true,
  };
}

/** Whether compiler errors are ours to show: with "auto" only where no other server shows the same ones. */
export function showsCompilerErrors(setting: string, installed: (extension: string) => boolean): boolean {
  return setting === 'on' || (setting === 'auto' && !otherServers.some(installed));
}

/** Calls back when something of `serverOptions` may have changed. */
export function onDidChangeServerOptions(changed: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(changed),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) {
        changed();
      }
    }),
  );
}

/** Calls back when one setting has changed. */
export function onDidChangeSetting(name: string, changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${section}.${name}`)) {
      changed();
    }
  });
}

/** Sets when changes are applied, where the user has set it, else for the user. */
export async function setApplyOn(mode: ReloadMode): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  const target =
    settings.inspect('applyOn')?.workspaceValue === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  await settings.update('applyOn', mode, target);
}

function get<T>(name: string, otherwise: T): T {
  return vscode.workspace.getConfiguration(section).get<T>(name, otherwise);
}

function isInstalled(extension: string): boolean {
  return vscode.extensions.getExtension(extension) !== undefined;
}
