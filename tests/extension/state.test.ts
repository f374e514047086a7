import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { offerRollbacks } from '../../extension/src/notifications';
import type { ExceptionParams } from '../../extension/src/protocol';
import type { Server } from '../../extension/src/server/server';
import { marksState, type Session } from '../../extension/src/sessions/session';
import type { SessionStore } from '../../extension/src/sessions/store';
import { stateCommands } from '../../extension/src/stateCommands';
import { sessionNode } from '../../extension/src/views/nodes';
import { StateDocuments } from '../../extension/src/views/stateDocument';
import { result, session, snapshot } from './samples';

const marked = result({
  state: { fate: 'kept', types: [{ type: 'Cart', fate: 'kept', reason: null, check: 'same' }] },
});

/** Replaces a function of VS Code for the time of a test. */
class Replaced<T extends object, K extends keyof T> {
  private readonly before: T[K];

  constructor(
    private readonly owner: T,
    private readonly name: K,
    by: T[K],
  ) {
    this.before = owner[name];
    owner[name] = by;
  }

  restore(): void {
    this.owner[this.name] = this.before;
  }
}

describe('a program that throws in a changed member', () => {
  const exception: ExceptionParams = {
    ...{ session: 'session-1', reload: 1, member: 'Shop.Total()', exception: 'System.Exception' },
    ...{ message: 'Shop.Total() threw.', file: '/shop/Shop.cs' },
    range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } },
  };
  let offered: string[] = [];
  let run: unknown[] = [];
  let replaced: { restore: () => void }[] = [];

  afterEach(() => {
    for (const one of replaced) {
      one.restore();
    }
  });

  it('is offered to be rolled back', async () => {
    await throwIn(session({}, result()), 'Roll Back');
    assert.deepEqual(offered, ['Roll Back', 'Go to Line']);
    assert.deepEqual(run, ['hotReload.rollback', { session: 'session-1' }]);
  });

  it('with its state, where it marks any', async () => {
    await throwIn(session({}, marked), 'Roll Back with State');
    assert.deepEqual(offered, ['Roll Back', 'Roll Back with State', 'Go to Line']);
    assert.deepEqual(run, ['hotReload.rollbackState', { session: 'session-1' }]);
  });

  it('is left alone when nobody answers', async () => {
    await throwIn(session({}, marked), undefined);
    assert.deepEqual(run, []);
  });

  async function throwIn(one: Session, answer: string | undefined): Promise<void> {
    run = [];
    const answered = new Promise<void>((resolve) => {
      const ask = (_: string, ...items: string[]): Promise<string | undefined> => {
        offered = items;
        // After whoever asks has gone on with the answer.
        setImmediate(resolve);
        return Promise.resolve(answer);
      };
      replaced = [
        new Replaced(vscode.window, 'showWarningMessage', ask as unknown as typeof vscode.window.showWarningMessage),
        new Replaced(vscode.commands, 'executeCommand', ((...call: unknown[]) => {
          run = call;
          return Promise.resolve();
        }) as typeof vscode.commands.executeCommand),
      ];
    });
    const threw = new vscode.EventEmitter<ExceptionParams>();
    const offers = offerRollbacks({ onException: threw.event } as unknown as Server, storeOf(one));
    threw.fire(exception);
    await answered;
    offers.dispose();
  }
});

describe('the commands of state', () => {
  const snapshots = [snapshot(), snapshot({ id: 2, reason: 'manual' })];
  const one = { ...session({}, marked), snapshots: { snapshots, current: 2 } };
  let requests: [string, unknown][] = [];
  const server = {
    request: (method: string, params: unknown) => {
      requests.push([method, params]);
      return Promise.resolve({ json: '{ "Cart": {} }', objects: 1, state: marked.state });
    },
  } as unknown as Server;
  const states = new StateDocuments();
  const commands = stateCommands({ server, store: storeOf(one), states });

  beforeEach(() => {
    requests = [];
  });

  after(() => {
    states.dispose();
  });

  it('step back and forward in time', async () => {
    await commands.stepBack?.();
    await commands.stepForward?.();
    assert.deepEqual(requests, [
      ['hotReload/restoreSnapshot', { session: 'session-1', step: 'back' }],
      ['hotReload/restoreSnapshot', { session: 'session-1', step: 'forth' }],
    ]);
  });

  it('restore the snapshot of the tree, without a question', async () => {
    const list = sessionNode(one)
      .children()
      .find(({ kind }) => kind === 'snapshots');
    await commands.restoreSnapshot?.(list?.children()[1]);
    assert.deepEqual(requests, [['hotReload/restoreSnapshot', { session: 'session-1', snapshot: 1 }]]);
  });

  it('roll a change back with its state in one request', async () => {
    await commands.rollbackState?.({ session: 'session-1' });
    assert.deepEqual(requests, [['hotReload/rollback', { session: 'session-1', state: 'restore' }]]);
  });

  it('show the state as JSON that can not be written', async () => {
    await commands.showState?.();
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor is open');
    // The installed extension provides for the same scheme; what ours provides is asked of it.
    assert.equal(states.provideTextDocumentContent(editor.document.uri), '{ "Cart": {} }');
    assert.equal(editor.document.languageId, 'json');
    assert.equal(editor.document.uri.scheme, 'hotreload-state');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('are there where state is marked', () => {
    assert.equal(marksState(one), true);
    assert.equal(marksState(session({}, marked)), true);
    assert.equal(marksState(session({}, result())), false);
  });
});

function storeOf(one: Session): SessionStore {
  return {
    all: [one],
    live: [one],
    find: (id: string) => (id === one.id ? one : undefined),
  } as unknown as SessionStore;
}
