import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { Server } from './server';
import { Workspace } from './workspace';

describe('a program that was taken over, and has ended and been started again since', () => {
  const workspace = Workspace.greeter();
  let server = new Server({ after });

  const write = async (text: string): Promise<string> => {
    server.results.skip();
    const result = server.results.next(({ outcome }) => outcome !== 'noChange');
    workspace.write('App/Greeter.cs', workspace.read('App/Greeter.cs').replace(/"\w+ \{name\}/, `"${text} {name}`));
    return (await result).outcome;
  };

  /** The server is killed; the next one goes on with what there is. */
  const goOn = async (): Promise<void> => {
    await server.process.kill();
    server = new Server({ after });
    await server.initialize({ folder: workspace.folder });
    const { message } = await server.events.next(({ kind }) => kind === 'recovered');
    assert.match(message, /nothing was lost/);
  };

  test('is taken over again', async () => {
    await server.initialize({ folder: workspace.folder });
    await server.start({ project: workspace.path('App/App.csproj') });
    await server.statuses.next((status) => status.state === 'ready');
    assert.equal(await write('one'), 'applied');
    await goOn();
    assert.equal(await write('two'), 'applied');
    assert.equal(await server.ask('Ada'), 'two Ada 1');

    const [session] = await server.sessions();
    process.kill(session?.processes[0] ?? 0, 'SIGKILL');
    await server.statuses.next((status) => status.state === 'exited');
    assert.equal(await write('three'), 'restarted');
    assert.equal(await server.ask('Bob'), 'three Bob 1');

    // What the program has now are deltas that the second server made.
    await goOn();
    assert.equal(await server.ask('Cy'), 'three Cy 2');
    assert.equal(await write('four'), 'applied');
    assert.equal(await server.ask('Dee'), 'four Dee 3');
  });
});
