import * as vscode from 'vscode';
import { config } from './config';
import type { ExceptionParams } from './protocol';
import type { Server } from './server/server';
import { marksState, nameOf, type Session } from './sessions/session';
import type { SessionStore } from './sessions/store';

const restart = 'Restart';
const notNow = 'Not Now';
const rollBack = 'Roll Back';
const rollBackState = 'Roll Back with State';
const goToLine = 'Go to Line';

/** Asks for a restart where one is needed: once each time that the need arises, never twice for the same. */
export function askForRestarts(server: Server, store: SessionStore): vscode.Disposable {
  const asked = new Set<string>();
  return vscode.Disposable.from(
    store.onDidEnd((id) => asked.delete(id)),
    server.onStatus(({ session: id, state }) => {
      if (state === 'compiling' || state === 'applying') {
        return;
      }

      if (state !== 'restartRequired') {
        asked.delete(id);
      } else if (!asked.has(id) && config.restart === 'ask') {
        asked.add(id);
        void ask(store, id);
      }
    }),
  );
}

async function ask(store: SessionStore, id: string): Promise<void> {
  const session = store.find(id);
  const message = session?.status.message ?? 'A change takes effect only with a restart.';
  const answer = await vscode.window.showWarningMessage(`${prefix(store, session)}${message}`, restart, notNow);
  if (answer === restart && store.find(id)) {
    await vscode.commands.executeCommand('hotReload.restart', { session: id });
  }
}

/** Offers to take a change back that makes the program throw. The server tells of it once a reload. */
export function offerRollbacks(server: Server, store: SessionStore): vscode.Disposable {
  return server.onException((exception) => void offer(store, exception));
}

async function offer(store: SessionStore, exception: ExceptionParams): Promise<void> {
  const { session: id, file, range, message } = exception;
  const session = store.find(id);
  const answers = [
    rollBack,
    ...(session && marksState(session) ? [rollBackState] : []),
    ...(file === null ? [] : [goToLine]),
  ];
  const answer = await vscode.window.showWarningMessage(`${prefix(store, session)}${message}`, ...answers);
  if (answer === goToLine && file !== null) {
    const start = new vscode.Position(range.start.line, range.start.character);
    await vscode.window.showTextDocument(vscode.Uri.file(file), { selection: new vscode.Range(start, start) });
  } else if (answer !== undefined && store.find(id)) {
    const command = answer === rollBackState ? 'hotReload.rollbackState' : 'hotReload.rollback';
    await vscode.commands.executeCommand(command, { session: id });
  }
}

/** Says why a program does not run: the status item alone is easily missed by one who has just pressed F5. */
export async function tellFailure(message: string): Promise<void> {
  const problems = 'Show Problems';
  const log = 'Show Log';
  const answer = await vscode.window.showErrorMessage(`Hot Reload: ${message}`, problems, log);
  if (answer !== undefined) {
    await vscode.commands.executeCommand(answer === problems ? 'workbench.actions.view.problems' : 'hotReload.showLog');
  }
}

/** Only where several programs run is it worth saying which. */
function prefix(store: SessionStore, session: Session | undefined): string {
  return session && store.all.length > 1 ? `${nameOf(session)}: ` : '';
}
