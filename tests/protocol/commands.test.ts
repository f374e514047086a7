import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import {
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ExecuteCommandRequest,
  FileChangeType,
  RegistrationRequest,
} from 'vscode-languageserver-protocol/node';
import type { ProjectList, ReloadResult, SessionInfo, SessionList } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { Server, uriOf } from './server';
import { Workspace } from './workspace';

describe('every request is a command, too', () => {
  const workspace = Workspace.greeter();
  const greeter = workspace.path('App/Greeter.cs');
  const server = new Server({ after });

  const command = <R>(name: string, params?: object): Promise<R> =>
    server.request(ExecuteCommandRequest.method, {
      command: `hotReload.${name}`,
      arguments: params === undefined ? undefined : [params],
    });

  before(async () => {
    server.connection.onRequest(RegistrationRequest.type, () => undefined);
    const didChangeWatchedFiles = { dynamicRegistration: true };
    await server.initialize({ folder: workspace.folder, capabilities: { workspace: { didChangeWatchedFiles } } });
  });

  test('projects', async () => {
    assert.deepEqual(await command<ProjectList>('projects'), {
      projects: [{ path: workspace.path('App/App.csproj'), name: 'App', launchProfiles: [] }],
    });
  });

  test('start, with a mode and variables', async () => {
    const session = await command<SessionInfo>('start', { mode: 'manual', environment: { GREETING: 'x' } });
    assert.equal(session.mode, 'manual');
    const { sessions } = await command<SessionList>('sessions');
    assert.deepEqual(
      sessions.map((each) => each.id),
      [session.id],
    );
    assert.equal(await server.ask('Ada'), 'hello Ada 1');
  });

  test('in mode manual, only apply applies', async () => {
    const document = new OpenDocument(server, greeter).replace('hello', 'hi').save();
    assert.equal(await server.ask('Bob'), 'hello Bob 2');
    assert.equal((await command<ReloadResult>('apply')).outcome, 'applied');
    assert.equal(await server.ask('Cleo'), 'hi Cleo 3');
    document.close();
    server.results.skip();
  });

  test('setMode, pause and resume', async () => {
    assert.equal(await command('setMode', { mode: 'save' }), null);
    assert.equal(await command('pause', {}), null);
    assert.equal(await command('resume', {}), null);
    assert.equal((await server.results.next()).outcome, 'noChange');
    const { sessions } = await command<SessionList>('sessions', {});
    assert.deepEqual(
      sessions.map((session) => [session.mode, session.paused]),
      [['save', false]],
    );
  });

  test('a save is a cause of its own', async () => {
    const document = new OpenDocument(server, greeter).replace('hi', 'hey').save();
    const saved = await server.results.next();
    assert.equal(saved.outcome, 'applied', saved.message);
    assert.equal(saved.cause, 'save');
    document.replace('hey', 'hi').save();
    assert.equal((await server.results.next()).cause, 'save');
    document.close();
  });

  test('a client that watches files tells of them', async () => {
    const text = new OpenDocument(server, greeter);
    text.close();
    writeFileSync(greeter, text.text.replace('hi', 'disk'));
    const changes = [{ uri: uriOf(greeter), type: FileChangeType.Changed }];
    server.notify(DidChangeWatchedFilesNotification.method, { changes });
    const result = await server.results.next((candidate) => candidate.outcome === 'applied');
    assert.equal(result.cause, 'disk');
    assert.equal(await server.ask('Dora'), 'disk Dora 4');
  });

  test('restart and stop', async () => {
    assert.equal((await command<ReloadResult>('restart')).outcome, 'restarted');
    assert.equal(await server.ask('Emil'), 'disk Emil 1');
    assert.equal(await command('stop'), null);
    assert.deepEqual(await server.sessions(), []);
  });

  test('an unknown command is refused', async () => {
    const codes: number[] = [ErrorCodes.InvalidParams, ErrorCodes.MethodNotFound];
    await assert.rejects(command('nothing'), (error: { code: number }) => codes.includes(error.code));
    assert.equal(await server.end(), 0);
  });
});
