import * as vscode from 'vscode';
import { config, setApplyOn } from './config';
import { collectDiagnostics } from './diagnostics';
import { debugType } from './debug/configurations';
import type { Parts } from './parts';
import { methods, type RestartParams, type SessionParams } from './protocol';
import { type Command, pickSession } from './sessionChoice';
import { lastReload, nameOf, type Reload } from './sessions/session';
import type { SessionStore } from './sessions/store';
import { stateCommands } from './stateCommands';
import type { Node } from './views/node';

type SessionMethod = (typeof methods)['stop' | 'restart' | 'apply' | 'rollback' | 'pause' | 'resume'];

/** The palette's commands; what they can't do is said in a message. */
export function registerCommands(parts: Parts): vscode.Disposable {
  const { server, store, projects, log } = parts;
  const commands: Record<string, Command> = {
    start,
    stop: onSession(parts, methods.stop),
    restart: onSession(parts, methods.restart),
    restartFresh: onSession(parts, methods.restart, { state: 'fresh' }),
    apply: onSession(parts, methods.apply),
    rollback: onSession(parts, methods.rollback),
    ...stateCommands(parts),
    pause: onSession(parts, methods.pause),
    resume: onSession(parts, methods.resume),
    toggleApplyOnType: () => setApplyOn(config.applyOn === 'type' ? 'save' : 'type'),
    explainLastReload: async (argument) => {
      await withReload(store, argument, (reload) => parts.reports.show(reload));
    },
    copyLastReport: async (argument) => {
      await withReload(store, argument, ({ result }) =>
        vscode.env.clipboard.writeText(JSON.stringify(result, undefined, 2)),
      );
    },
    showTimeline: async () => vscode.commands.executeCommand('hotReload.sessions.focus'),
    showRecoveries: async () => {
      const { recoveries } = await server.request(methods.recoveries, undefined);
      await parts.reports.showRecoveries(recoveries, (id) => nameOfSession(store, id));
    },
    selectProject: () => projects.pick(),
    showLog: () => {
      log.show();
      return Promise.resolve();
    },
    collectDiagnostics: () => collectDiagnostics(parts),
    restartServer: async () => {
      await server.stop();
      await server.start();
    },
    openWalkthrough: async () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', 'hotreload.hotreload-lsp#start', false),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`hotReload.${name}`, guarded(run)),
    ),
  );
}

/** A session that is over has left only its id. */
function nameOfSession(store: SessionStore, id: string): string {
  const session = store.find(id);
  return session ? nameOf(session) : id;
}

/** The configuration of a launch.json counts where there is just one; it may hold arguments that nobody wants to miss. */
async function start(): Promise<void> {
  const configured = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
    vscode.workspace
      .getConfiguration('launch', folder)
      .get<vscode.DebugConfiguration[]>('configurations', [])
      .filter(({ type }) => type === debugType)
      .map((configuration) => ({ folder, configuration })),
  );
  const [only, another] = configured;
  if (only && !another) {
    await vscode.debug.startDebugging(only.folder, only.configuration);
    return;
  }

  const configuration = { type: debugType, request: 'launch', name: '' };
  await vscode.debug.startDebugging(vscode.workspace.workspaceFolders?.[0], configuration);
}

function onSession(parts: Parts, method: SessionMethod, more: RestartParams = {}): Command {
  return async (argument) => {
    const session = await pickSession(parts.store, argument);
    if (session !== undefined) {
      await parts.server.request(method, { ...more, session });
    }
  };
}

async function withReload(
  store: SessionStore,
  argument: SessionParams | Node | undefined,
  use: (reload: Reload) => PromiseLike<void>,
): Promise<void> {
  const named = argument?.session === undefined ? undefined : store.find(argument.session);
  const asked = argument && 'reload' in argument ? argument.reload : named && lastReload(named);
  const reload = asked ?? store.last;
  if (!reload) {
    throw new Error('There was no reload yet.');
  }

  await use(reload);
}

function guarded(run: Command): Command {
  return async (argument) => {
    try {
      await run(argument);
    } catch (error) {
      void vscode.window.showErrorMessage(`Hot Reload: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}
