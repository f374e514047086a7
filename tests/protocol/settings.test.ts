import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  MessageType,
  RegistrationRequest,
} from 'vscode-languageserver-protocol/node';
import { methods } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { Server, uriOf } from './server';
import { Workspace } from './workspace';

/** Longer than any test: a pause in typing that never comes. In milliseconds. */
const never = 10_000;

describe('settings count at once, for a program that runs', () => {
  const workspace = Workspace.greeter();
  const greeter = workspace.path('App/Greeter.cs');
  const server = new Server({ after });
  let document: OpenDocument;

  const touch = (file: string): void => {
    const changes = [{ uri: uriOf(file), type: FileChangeType.Changed }];
    server.notify(DidChangeWatchedFilesNotification.method, { changes });
  };

  const mode = async (): Promise<string | undefined> => (await server.sessions())[0]?.mode;

  before(async () => {
    server.connection.onRequest(RegistrationRequest.type, () => undefined);
    const didChangeWatchedFiles = { dynamicRegistration: true };
    await server.initialize({ folder: workspace.folder, capabilities: { workspace: { didChangeWatchedFiles } } });
    await server.start();
  });

  test('a mode', async () => {
    assert.equal(await mode(), 'save');
    server.configure({ mode: 'type', debounceOnType: 0 });
    await server.statuses.next((status) => status.mode === 'type');

    document = new OpenDocument(server, greeter).replace('hello', 'hi');
    // What is open may be published before the edit, by the new mode itself: that changes nothing.
    const result = await server.results.next((candidate) => candidate.outcome !== 'noChange');
    assert.equal(result.outcome, 'applied', result.message);
    assert.equal(result.cause, 'keystroke');
    assert.equal(await server.ask('Ada'), 'hi Ada 1');
  });

  test('a debounce', async () => {
    server.configure({ mode: 'type', debounceOnType: never });
    document.replace('hi', 'hey');
    const result = await server.apply();
    assert.equal(result.outcome, 'applied', result.message);
    assert.deepEqual(await server.results.next(), result);
    assert.equal(await server.ask('Bob'), 'hey Bob 2');
  });

  test('a mode set by hand stays until the setting changes', async () => {
    await server.request(methods.setMode, { mode: 'manual' });
    server.configure({ mode: 'type', debounceOnSave: 0 });
    assert.equal(await mode(), 'manual');
    server.configure({});
    assert.equal(await mode(), 'save');
  });

  test('external edits', async () => {
    document.save();
    await server.apply();
    document.close();
    const added = workspace.write('App/Added.cs', 'static class Added { public static int One() => 1; }');
    server.configure({ externalEdits: false });
    touch(added);
    server.configure({});
    writeFileSync(greeter, document.text.replace('hey', 'disk'));
    server.results.skip();
    touch(greeter);
    const result = await server.results.next((candidate) => candidate.outcome === 'applied');
    assert.equal(result.cause, 'disk');
    assert(result.members.length > 0 && result.members.every((member) => member.file === greeter));
    assert.equal(await server.ask('Cleo'), 'disk Cleo 3');
  });

  test("the compiler's diagnostics", async () => {
    document = new OpenDocument(server, greeter);
    server.configure({ compilerDiagnostics: false });
    document.replace('count++;', 'count++').save();
    const held = await server.results.next((result) => result.outcome === 'held');
    assert(held.diagnostics.some((diagnostic) => diagnostic.code === 'CS1002'));
    assert.deepEqual(server.diagnostics.all, []);

    server.configure({});
    const shown = await server.diagnostics.next();
    assert.deepEqual(
      shown.diagnostics.map((diagnostic) => diagnostic.code),
      ['CS1002'],
    );
    server.configure({ compilerDiagnostics: false });
    assert.deepEqual((await server.diagnostics.next()).diagnostics, []);
    document.replace('count++', 'count++;').replace('static class', 'abstract class').save();
    const refused = await server.diagnostics.next();
    assert.deepEqual(
      refused.diagnostics.map((diagnostic) => String(diagnostic.code).slice(0, 3)),
      ['ENC'],
    );
    assert.match(refused.diagnostics[0]?.codeDescription?.href ?? '', /^https:.*EnC-Supported-Edits/);
    server.configure({});
  });

  const shapes: [string, unknown][] = [
    ['a number', 5],
    ['a list', []],
    ['a number for the server', { hotReload: 5 }],
    ['a mode that is none', { hotReload: { mode: 'sometimes' } }],
    ['a text for a number', { hotReload: { mode: 'type', debounceOnType: 'long' } }],
    ['a number for a switch', { hotReload: { mode: 'type', externalEdits: 1 } }],
  ];
  for (const [what, settings] of shapes) {
    test(`${what} is logged and changes nothing`, async () => {
      server.messages.skip();
      server.notify(DidChangeConfigurationNotification.method, { settings });
      await server.messages.next(
        (message) => message.type === MessageType.Warning && message.message.includes('didChangeConfiguration'),
      );
      assert.equal(await mode(), 'save');
    });
  }

  for (const settings of [null, {}, { csharp: { mode: 'type' } }, { hotReload: null }]) {
    test(`${JSON.stringify(settings)} is not meant for this server`, async () => {
      await server.request(methods.setMode, { mode: 'manual' });
      server.notify(DidChangeConfigurationNotification.method, { settings });
      assert.equal(await mode(), 'manual');
    });
  }

  test('the server ends as it should', async () => {
    assert.equal(await server.end(), 0);
  });
});
