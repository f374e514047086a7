import * as vscode from 'vscode';
import type { SessionParams } from './protocol';
import { nameOf } from './sessions/session';
import type { SessionStore } from './sessions/store';
import type { Node } from './views/node';

/** A command of the palette or the tree; it may be given a session, or a node of the tree. */
export type Command = (argument?: SessionParams | Node) => Promise<unknown>;

/** The session that is meant: the one named, the only one, or the one picked. */
export async function pickSession(
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
