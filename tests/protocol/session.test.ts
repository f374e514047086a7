import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { ExecuteCommandRequest } from 'vscode-languageserver-protocol/node';
import { methods } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { gone } from './process';
import { Server } from './server';
import { Workspace } from './workspace';

/** Each test goes on from the program that the one before has left, as a user would. */
describe('a session, from its start to its end', () => {
  const workspace = Workspace.greeter();
  const greeter = workspace.path('App/Greeter.cs');
  const server = new Server({ after });
  let document: OpenDocument;

  before(() => server.initialize({ folder: workspace.folder, options: { debounceOnType: 20 } }));

  test('start answers when the program runs', async () => {
    const session = await server.start({ mode: 'save' });

    assert.equal(session.project, workspace.path('App/App.csproj'));
    assert.equal(session.name, 'App');
    assert.equal(session.message, '');
    assert.equal(session.launchProfile, null);
    assert.equal(session.mode, 'save');
    assert(['warming', 'ready'].includes(session.state), session.state);
    assert.equal(session.generation, 0);
    assert.equal(session.processes.length, 1);
    assert.match(session.sdkVersion, /^\d+\.\d+\.\d+/);
    assert.equal(await server.lines.next(), 'up');
    const ready = await server.statuses.next((status) => status.state === 'ready' && status.session === session.id);
    assert.deepEqual(ready.processes, session.processes);
    assert.deepEqual(await server.sessions(), [{ ...session, state: 'ready' }]);
    for (const kind of ['buildStarted', 'buildFinished', 'programStarted', 'sessionStarted']) {
      assert(
        server.events.all.some((event) => event.kind === kind),
        kind,
      );
    }
  });

  test('FAULT 10: what the program writes to its standard output is the client’s, and no part of the stream', async () => {
    assert.equal(await server.ask('Ada'), 'hello Ada 1');
  });

  test('apply takes the unsaved text', async () => {
    document = new OpenDocument(server, greeter).replace('hello', 'hi');
    const result = await server.apply();

    assert.equal(result.outcome, 'applied', result.message);
    assert.equal(result.id, 1);
    assert.equal(result.cause, 'manual');
    assert.equal(result.generation, 1);
    assert.deepEqual(result.diagnostics, []);
    assert.deepEqual(
      result.processes.flatMap((each) => each.modules).map((module) => [module.assemblyName, module.outcome]),
      [['App', 'applied']],
    );
    assert.deepEqual(
      result.members.map((member) => [member.kind, member.change, member.file]),
      [['method', 'updated', greeter]],
    );
    assert(result.sizes.metadata > 0 && result.sizes.il > 0 && result.sizes.pdb > 0);
    assert.equal(result.state.fate, 'kept');
    assert.deepEqual(await server.results.next(), result);
    assert.equal(await server.ask('Bob'), 'hi Bob 2');
  });

  test('in mode save, a save applies', async () => {
    document.replace('hi', 'salve');
    const [before] = await server.sessions();
    assert.equal(before?.generation, 1);
    document.save();
    const result = await server.results.next();

    assert.equal(result.outcome, 'applied', result.message);
    assert.equal(result.cause, 'save');
    assert.equal(result.generation, 2);
    assert.equal(await server.ask('Cleo'), 'salve Cleo 3');
  });

  test('a syntax error is held, and the fix applies both edits', async () => {
    document.replace('salve', 'ave').replace('count++;', 'count += 10').save();
    const held = await server.results.next();

    assert.equal(held.outcome, 'held', held.message);
    assert.equal(held.generation, 2);
    assert(held.diagnostics.some((diagnostic) => diagnostic.code === 'CS1002' && diagnostic.file === greeter));
    const published = await server.diagnostics.next((each) => each.diagnostics.length > 0);
    assert.equal(published.uri, document.uri);
    assert.deepEqual(
      published.diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.source]),
      [['CS1002', 'hot reload']],
    );
    await server.statuses.next((status) => status.state === 'held');
    assert.equal(await server.ask('Dora'), 'salve Dora 4');

    document.replace('count += 10', 'count += 10;').save();
    const applied = await server.results.next();
    assert.equal(applied.outcome, 'applied', applied.message);
    assert.equal(applied.generation, 3);
    await server.diagnostics.next((each) => each.uri === document.uri && each.diagnostics.length === 0);
    assert.equal(await server.ask('Emil'), 'ave Emil 14');
  });

  test('an edit that is undone uses no generation', async () => {
    document.replace('ave', 'hey').replace('hey', 'ave').save();
    const result = await server.apply();
    assert.equal(result.outcome, 'noChange', result.message);
    assert.equal(result.generation, 3);
    server.results.skip();
  });

  test('in mode type, a pause in typing applies', async () => {
    assert.equal(await server.request(methods.setMode, { mode: 'type' }), null);
    await server.statuses.next((status) => status.mode === 'type');
    assert.equal((await server.sessions())[0]?.mode, 'type');

    document.replace('ave', 'hej');
    const result = await server.results.next();
    assert.equal(result.outcome, 'applied', result.message);
    assert.equal(result.cause, 'keystroke');
    assert.equal(await server.ask('Finn'), 'hej Finn 24');
  });

  test('of many edits the last wins', async () => {
    const earlier = server.results.all.length;
    let word = 'hej';
    for (let edit = 0; edit < 200; edit++) {
      document.replace(word, `word${edit}`);
      word = `word${edit}`;
    }

    const result = await server.apply();
    assert(['applied', 'noChange'].includes(result.outcome), result.message);
    assert.equal(await server.ask('Gina'), 'word199 Gina 34');
    assert(server.results.all.length - earlier < 20, 'Edits in a row must share reloads.');
    document.replace(word, 'hej');
    await server.apply();
    server.results.skip();
  });

  test('a paused session keeps edits back', async () => {
    assert.equal(await server.request(methods.setMode, { mode: 'save' }), null);
    assert.equal(await server.request(methods.pause, {}), null);
    await server.statuses.next((status) => status.paused);
    document.replace('hej', 'ciao').save();
    assert.equal(await server.ask('Hugo'), 'hej Hugo 44');
    assert.equal((await server.sessions())[0]?.paused, true);

    assert.equal(await server.request(methods.resume, {}), null);
    const result = await server.results.next();
    assert.equal(result.outcome, 'applied', result.message);
    await server.statuses.next((status) => !status.paused);
    assert.equal(await server.ask('Inge'), 'ciao Inge 54');
  });

  test('a paused session applies when told to', async () => {
    await server.request(methods.pause, {});
    document.replace('ciao', 'hallo');
    assert.equal((await server.apply()).outcome, 'applied');
    assert.equal(await server.ask('Jana'), 'hallo Jana 64');
    await server.request(methods.resume, {});
    server.results.skip();
  });

  test('FAULT 13: a buffer out of step waits for its full text', async () => {
    document.reuseVersion().replace('hallo', 'lost');
    await server.events.next((event) => event.kind === 'bufferOutOfStep');
    const held = await server.apply();
    assert.equal(held.outcome, 'held', held.message);
    assert.equal(await server.ask('Karl'), 'hallo Karl 74');

    document.setText(document.text.replace('lost', 'hola'));
    const result = await server.apply();
    assert.equal(result.outcome, 'applied', result.message);
    assert.equal(await server.ask('Lena'), 'hola Lena 84');
    server.results.skip();
  });

  test('closing without saving takes the text back', async () => {
    document.save();
    await server.apply();
    document.replace('hola', 'unsaved');
    assert.equal((await server.apply()).outcome, 'applied');
    assert.equal(await server.ask('Mara'), 'unsaved Mara 94');
    document.close();
    await server.apply();
    assert.equal(await server.ask('Nils'), 'hola Nils 104');
    server.results.skip();
  });

  test('a file that is not open counts as it is on disk', async () => {
    writeFileSync(greeter, document.text.replace('unsaved', 'disk'));
    const result = await server.results.next();
    assert.equal(result.outcome, 'applied', result.message);
    assert.equal(result.cause, 'disk');
    assert.equal(await server.ask('Olga'), 'disk Olga 114');
  });

  test('an edit that can be no delta waits for a restart', async () => {
    const [earlier] = await server.sessions();
    document = new OpenDocument(server, greeter)
      .replace('static class', 'abstract class')
      .replace('disk', 'new')
      .save();
    const refused = await server.results.next();

    assert.equal(refused.outcome, 'restartRequired', refused.message);
    const reason = refused.diagnostics.find((diagnostic) => diagnostic.code.startsWith('ENC'));
    assert.equal(reason?.file, greeter);
    assert.equal(reason.range.start.line, 0);
    await server.statuses.next((status) => status.state === 'restartRequired');
    assert.equal(await server.ask('Paul'), 'disk Paul 124');

    const [fix, ...others] = await document.fixes(reason.range);
    assert.deepEqual(others, []);
    assert.equal(fix?.title, 'Restart the program');
    assert.equal(fix.kind, 'quickfix');
    assert.equal(fix.isPreferred, true);
    assert.deepEqual(
      fix.diagnostics?.map((diagnostic) => [diagnostic.code, diagnostic.source]),
      [[reason.code, 'hot reload']],
    );
    assert.deepEqual(fix.command?.arguments, [{ session: refused.session }]);
    assert.deepEqual(await document.fixes({ start: { line: 99, character: 0 }, end: { line: 99, character: 0 } }), []);

    const restarted = await server.request<typeof refused>(ExecuteCommandRequest.method, fix.command);
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    assert.equal(restarted.cause, 'restart');
    assert.equal(restarted.state.fate, 'reset');
    assert.deepEqual(await server.results.next(), restarted);
    assert.equal(await server.ask('Quin'), 'new Quin 10');
    const ready = await server.statuses.next((status) => status.state === 'ready');
    const [session] = await server.sessions();
    assert.equal(session?.processes.length, 1);
    assert.notDeepEqual(session.processes, earlier?.processes);
    assert.deepEqual(ready.processes, session.processes);
    await gone(earlier?.processes[0] ?? 0, 5_000);
    assert.deepEqual(await document.fixes(reason.range), []);
  });

  test('after a restart, edits apply as before', async () => {
    document.replace('new', 'newer').save();
    const result = await server.results.next();
    assert.equal(result.outcome, 'applied', result.message);
    assert.equal(await server.ask('Rosa'), 'newer Rosa 20');
  });

  test('a program that ends by itself is started by the next restart', async () => {
    server.notify(methods.input, { text: 'exit\n' });
    await server.events.next((event) => event.kind === 'programExited');
    await server.statuses.next((status) => status.state === 'exited');
    const result = await server.request<{ outcome: string; message: string }>(methods.restart, {});
    assert.equal(result.outcome, 'restarted', result.message);
    assert.equal(await server.ask('Sven'), 'newer Sven 10');
    server.results.skip();
  });

  test('every reload has ended once, in order', () => {
    const ids = server.results.all.map((result) => result.id);
    assert.deepEqual(
      ids,
      ids.map((_, index) => index + 1),
    );
    const snapshots = server.results.all.map((result) => result.snapshot);
    assert.deepEqual(
      snapshots,
      [...snapshots].sort((left, right) => left - right),
    );
  });

  test('stop answers when the program is gone', async () => {
    const [session] = await server.sessions();
    assert.equal(await server.request(methods.stop, {}), null);
    await gone(session?.processes[0] ?? 0, 0);
    const off = await server.statuses.next((status) => status.state === 'off');
    assert.deepEqual(off.processes, []);
    await server.events.next((event) => event.kind === 'sessionStopped');
    assert.deepEqual(await server.sessions(), []);
  });

  test('a status says something new each time', () => {
    for (const [index, status] of server.statuses.all.entries()) {
      assert.notDeepEqual(status, server.statuses.all[index - 1]);
    }
  });

  test('another session can follow', async () => {
    await server.start();
    assert.equal(await server.ask('Tina'), 'newer Tina 10');
    assert.equal(await server.end(), 0);
  });
});
