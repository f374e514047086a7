import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { methods, type StartParams, type StatusParams } from '../../extension/src/protocol';
import { children, gone } from './process';
import { Server } from './server';
import { Workspace } from './workspace';

/** A program that has no agent: the session waits for it until it is told to stop. */
const silent = { commandName: 'Executable', executablePath: process.execPath };

/** Each start goes on from what the cancelled one before has left: nothing. */
describe('a start that is cancelled leaves nothing behind', () => {
  const workspace = Workspace.greeter();
  const server = new Server({ after });

  before(async () => {
    workspace.write('App/Properties/launchSettings.json', JSON.stringify({ profiles: { Silent: silent } }));
    await server.initialize({ folder: workspace.folder });
  });

  /** Starts the program, which says its number and its id, and cancels at a moment. */
  const cancelAt = async (moment: () => Promise<unknown>, number = 0): Promise<void> => {
    server.statuses.skip();
    const cancel = new CancellationTokenSource();
    const args = ['-e', `console.log('${number} at ' + process.pid); setInterval(() => undefined, 1e6)`];
    const params: StartParams = { launchProfile: 'Silent', args };
    const start = server.connection.sendRequest<unknown>(methods.start, params, cancel.token);
    await Promise.race([moment(), start]);
    cancel.cancel();
    await assert.rejects(start, (error: { code: number }) => error.code === LSPErrorCodes.RequestCancelled);
    assert.deepEqual(await server.sessions(), []);
    // Nothing was said of a start that had not begun.
    const { state, message, processes } = server.statuses.all.at(-1) ?? { state: 'off', message: '', processes: [] };
    assert.deepEqual([state, message, processes], ['off', '', []]);
    if (process.platform !== 'win32') {
      await children(server.process.id, 'none', 5_000);
    }
  };

  const status = (fits: (status: StatusParams) => boolean) => () => server.statuses.next(fits);

  test('at once', () => cancelAt(() => Promise.resolve()));

  test('during the build', () => cancelAt(status((each) => each.state === 'building')));

  test('the same project can be started at once, and stopped', async () => {
    await server.start({ launchProfile: '' });
    assert.equal(await server.ask('Ada'), 'hello Ada 1');
    await server.request(methods.stop, {});
  });

  test('while projects are loaded', () => cancelAt(status((each) => each.message === 'Loading projects.')));

  test('while another process loads them', { skip: process.platform === 'win32' }, () =>
    cancelAt(() => children(server.process.id, 'some', 10_000)),
  );

  test('when the program is about to be started', () =>
    cancelAt(status((each) => each.message === 'Starting the program.')));

  test('while the program starts', async () => {
    let line = '';
    await cancelAt(async () => (line = await server.lines.next((each) => each.startsWith('7 at '))), 7);
    await gone(Number(line.slice('7 at '.length)), 0);
  });

  test('the same project can be started at once, again', async () => {
    await server.start({ launchProfile: '' });
    assert.equal(await server.ask('Bob'), 'hello Bob 1');
    assert.equal(await server.end(), 0);
  });
});
