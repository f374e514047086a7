import * as vscode from 'vscode';
import { config, setApplyOn } from './config';
import { collectDiagnostics } from './diagnostics';
import { debugType } from './debug/configurations';
import type { ProjectChoice } from './projects';
import { methods, type RestartParams, type SessionParams } from './protocol';
import type { Server } from './server/server';
import { lastReload, nameOf, type Reload } from './sessions/session';
import type { SessionStore } from './sessions/store';
import type { Node } from './views/nodes';
import type { ReportDocuments } from './views/reportDocument';

/** What the commands work on. */
export interface Parts {
  readonly server: Server;
  readonly store: SessionStore;
  readonly projects: ProjectChoice;
  readonly reports: ReportDocuments;
  readonly log: vscode.LogOutputChannel;
}

type Command = (argument?: SessionParams | Node) => Promise<unknown>;
type SessionMethod = (typeof methods)['stop' | 'restart' | 'apply' | 'rollback' | 'takeSnapshot' | 'pause' | 'resume'];

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
    takeSnapshot: onSession(parts, methods.takeSnapshot),
    restoreSnapshot: (argument) => restoreSnapshot(parts, argument),
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

/** Lets the user pick one of the session's snapshots, the newest first, and has the program take it. */
async function restoreSnapshot({ server, store }: Parts, argument: SessionParams | Node | undefined): Promise<void> {
  const session = await pickSession(store, argument);
  if (session === undefined) {
    return;
  }

  const { snapshots, current } = await server.request(methods.snapshots, { session });
  if (snapshots.length === 0) {
    throw new Error(
      'There is no snapshot: one is taken after each reload where the program marks state with [PreserveState].',
    );
  }

  const items = [...snapshots].reverse().map(({ id, time, reload, reason, objects }) => ({
    label: `${id}: ${new Date(time).toLocaleTimeString()}`,
    description: [reason === 'manual' ? 'taken by hand' : `after reload ${reload}`, id === current && 'current']
      .filter(Boolean)
      .join(', '),
    detail: `${objects} objects`,
    id,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: 'Hot Reload: restore which state?' });
  if (picked) {
    await server.request(methods.restoreSnapshot, { session, snapshot: picked.id });
  }
}

/** The session that is meant: the one named, the only one, or the one picked. */
async function pickSession(
  store: SessionStore,
  argument: SessionParams | Node | undefined,
): Promise<string | undefined> {
  const sessions = store.live;
  if (argument?.session !== undefined) {
    return argument.session;
  }

  if (sessions.length === 0) {
    throw new Error('No program runs with hot reload. Start one first.');
  }

  const [first, second] = sessions;
  if (!second) {
    return first?.id;
  }

  const items = sessions.map((session) => ({
    label: nameOf(session),
    description: session.status.state,
    id: session.id,
  }));
  return (await vscode.window.showQuickPick(items, { title: 'Hot Reload: which program?' }))?.id;
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
