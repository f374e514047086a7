import * as vscode from 'vscode';
import { canRollBack, marksState } from './sessions/session';
import type { SessionStore } from './sessions/store';

/** Keeps the keys by which package.json says when commands can be used. */
export function keepContextKeys(store: SessionStore): vscode.Disposable {
  const shown = new Map<string, boolean>();
  const set = (name: string, value: boolean): void => {
    if (shown.get(name) !== value) {
      shown.set(name, value);
      void vscode.commands.executeCommand('setContext', `hotReload.${name}`, value);
    }
  };
  const update = (): void => {
    const sessions = store.live;
    set('active', sessions.length > 0);
    set(
      'paused',
      sessions.some(({ status }) => status.paused),
    );
    set('hasResult', store.last !== undefined);
    set('canRollBack', sessions.some(canRollBack));
    set('marksState', sessions.some(marksState));
  };
  return vscode.Disposable.from(store.onDidChange(update), store.onDidReload(update));
}
