import * as vscode from 'vscode';
import type { Parts } from './parts';
import { methods, type SessionParams, type SnapshotStep } from './protocol';
import { type Command, pickSession } from './sessionChoice';
import type { Node } from './views/node';
import { snapshotLabel, snapshotReason } from './views/snapshotNodes';

type StateParts = Pick<Parts, 'server' | 'store' | 'states'>;

/** The commands about what the program has marked of its state. */
export function stateCommands(parts: StateParts): Record<string, Command> {
  return {
    rollbackState: onSession(parts, (session) => parts.server.request(methods.rollback, { session, state: 'restore' })),
    takeSnapshot: onSession(parts, (session) => parts.server.request(methods.takeSnapshot, { session })),
    restoreSnapshot: (argument) => restoreSnapshot(parts, argument),
    stepBack: step(parts, 'back'),
    stepForward: step(parts, 'forth'),
    showState: onSession(parts, async (session) => {
      await parts.states.show(session, await parts.server.request(methods.state, { session }));
    }),
  };
}

function step(parts: StateParts, direction: SnapshotStep): Command {
  return onSession(parts, (session) => parts.server.request(methods.restoreSnapshot, { session, step: direction }));
}

function onSession({ store }: StateParts, run: (session: string) => Promise<unknown>): Command {
  return async (argument) => {
    const session = await pickSession(store, argument);
    if (session !== undefined) {
      await run(session);
    }
  };
}

/** Has the program take a snapshot: the one of the tree, or one that the user picks. */
async function restoreSnapshot(parts: StateParts, argument: SessionParams | Node | undefined): Promise<void> {
  const session = await pickSession(parts.store, argument);
  if (session === undefined) {
    return;
  }

  const named = argument && 'snapshot' in argument ? argument.snapshot : undefined;
  const snapshot = named ?? (await pickSnapshot(parts, session));
  if (snapshot !== undefined) {
    await parts.server.request(methods.restoreSnapshot, { session, snapshot });
  }
}

/** The newest first. */
async function pickSnapshot({ server }: StateParts, session: string): Promise<number | undefined> {
  const { snapshots, current } = await server.request(methods.snapshots, { session });
  if (snapshots.length === 0) {
    throw new Error(
      'There is no snapshot: one is taken after each reload where the program marks state with [PreserveState].',
    );
  }

  const items = [...snapshots].reverse().map((snapshot) => ({
    label: snapshotLabel(snapshot),
    description: [snapshotReason(snapshot), snapshot.id === current && 'current'].filter(Boolean).join(', '),
    detail: `${snapshot.objects} objects`,
    id: snapshot.id,
  }));
  return (await vscode.window.showQuickPick(items, { title: 'Hot Reload: restore which state?' }))?.id;
}
