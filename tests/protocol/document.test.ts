import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ExecuteCommandRequest } from 'vscode-languageserver-protocol/node';
import { type DocumentStatus, methods, type SessionInfo } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { Server, uriOf } from './server';
import { Workspace } from './workspace';

describe('whether the program runs what the user sees', () => {
  const workspace = Workspace.greeter();
  const greeter = workspace.path('App/Greeter.cs');
  const server = new Server({ after });
  let session: SessionInfo;
  let document: OpenDocument;

  const ask = (uri: string): Promise<DocumentStatus> => server.request(methods.document, { uri });

  const mustBe = async (state: string, words = ''): Promise<void> => {
    const status = await ask(uriOf(greeter));
    assert.equal(status.state, state, status.message);
    assert.equal(status.uri, uriOf(greeter));
    assert.equal(status.session, session.id);
    assert(status.message.includes(words), status.message);
  };

  const reloaded = async (): Promise<void> => {
    await server.events.next((event) => event.kind === 'reloadFinished');
  };

  before(() => server.initialize({ folder: workspace.folder }));

  test('without a program', async () => {
    assert.deepEqual(await ask(uriOf(greeter)), {
      uri: uriOf(greeter),
      session: null,
      state: 'notInProgram',
      message: 'No program runs.',
      forecast: null,
    });
  });

  test('what was built runs, open or not', async () => {
    session = await server.start();
    await mustBe('running', 'App runs this text.');
    document = new OpenDocument(server, greeter);
    await mustBe('running');
  });

  for (const uri of ['untitled:Untitled-1', 'git:/a/Greeter.cs', 'file:///nowhere/Greeter.cs', '']) {
    test(`"${uri}" is no part of it`, async () => {
      const status = await ask(uri);
      assert.deepEqual([status.uri, status.session, status.state], [uri, null, 'notInProgram']);
    });
  }

  test('what is typed does not run before it is saved', async () => {
    document.replace('hello', 'hi');
    await mustBe('unpublished', 'save the file');
    document.save();
    await reloaded();
    await mustBe('running');
    assert.equal(await server.ask('Ada'), 'hi Ada 1');
  });

  test('what a save will come to is known before it', async () => {
    document.replace('hi', 'good day');
    const { forecast } = await server.forecasts.next();
    const status = await ask(uriOf(greeter));
    assert.equal(status.state, 'unpublished');
    assert.deepEqual(status.forecast, forecast);
    assert.deepEqual([forecast.outcome, forecast.errors], ['willApply', 0]);
    assert(status.message.includes(forecast.message), status.message);
    document.replace('good day', 'hi');
    assert.equal((await ask(uriOf(greeter))).forecast, null);
  });

  test('errors hold it back, and undoing them by hand is enough', async () => {
    document.replace('count++;', 'count++').save();
    await reloaded();
    await mustBe('held', 'errors');
    document.replace('count++', 'count++;');
    await mustBe('running');
    document.save();
    await reloaded();
    await mustBe('running');
  });

  test('a new file is part of it when the program has it', async () => {
    const file = workspace.write('App/Added.cs', '');
    const added = new OpenDocument(server, file).setText('static class Added { public static int One() => 1; }');
    const uri = uriOf(file);
    added.save();
    await reloaded();
    assert.equal((await ask(uri)).state, 'running');
    added.replace('1', '2');
    assert.equal((await ask(uri)).state, 'unpublished');
    added.close();
    assert.equal((await ask(uri)).state, 'running');
  });

  test('in mode manual it waits to be applied', async () => {
    await server.request(methods.setMode, { mode: 'manual' });
    document.replace('hi', 'hey').save();
    await mustBe('unpublished', 'apply');
    await server.apply();
    await mustBe('running');
    await server.request(methods.setMode, { mode: 'save' });
  });

  test('in a pause it waits for its end', async () => {
    await server.request(methods.pause, {});
    document.replace('hey', 'salve').save();
    await mustBe('unpublished', 'paused');
    server.events.skip();
    await server.request(methods.resume, {});
    await reloaded();
    await mustBe('running');
  });

  test('a program that does not answer has not got it yet', { skip: process.platform === 'win32' }, async () => {
    const [program = 0] = session.processes;
    server.statuses.skip(); // On a busy machine an earlier reload may have been pending, too.
    process.kill(program, 'SIGSTOP');
    document.replace('salve', 'ave').save();
    await server.statuses.next((status) => status.state === 'pending');
    await mustBe('reloading');
    process.kill(program, 'SIGCONT');
    await reloaded();
    await mustBe('running');
    assert.equal(await server.ask('Bob'), 'ave Bob 2');
  });

  test('a buffer out of step is held', async () => {
    document.reuseVersion().replace('ave', 'lost');
    await mustBe('held', 'open it again');
    document.setText(document.text.replace('lost', 'ave'));
    await mustBe('running');
  });

  test('an edit that can be no delta waits for the restart', async () => {
    server.events.skip();
    document.replace('static class', 'abstract class').save();
    await reloaded();
    await mustBe('restartRequired', 'restart');
    const restart = server.request(methods.restart, {});
    await server.statuses.next((status) => status.state === 'restarting');
    await mustBe('reloading', 'being started');
    await restart;
    await mustBe('running');
  });

  test('as a command', async () => {
    const status = await server.request<DocumentStatus>(ExecuteCommandRequest.method, {
      command: 'hotReload.document',
      arguments: [{ uri: uriOf(greeter) }],
    });
    assert.equal(status.state, 'running');
  });

  test('a program that has ended runs nothing', async () => {
    server.notify(methods.input, { text: 'exit\n' });
    await server.statuses.next((status) => status.state === 'exited');
    await mustBe('notInProgram', 'has ended');
    assert.equal(await server.end(), 0);
  });
});
