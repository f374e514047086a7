import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { type TestContext, describe, test } from 'node:test';
import {
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ExitNotification,
  ProgressType,
  RegistrationRequest,
  type RegistrationParams,
  ShutdownRequest,
  TextDocumentSyncKind,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import { methods, type SessionList } from '../../extension/src/protocol';
import { within } from './guard';
import { Server } from './server';
import { Workspace } from './workspace';

const requests = [
  'start',
  'stop',
  'restart',
  'apply',
  'pause',
  'resume',
  'setMode',
  'sessions',
  'projects',
  'document',
  'recoveries',
  'collectDiagnostics',
  'rollback',
  'snapshots',
  'state',
  'takeSnapshot',
  'restoreSnapshot',
];

const code = (expected: number) => (error: unknown) => (error as { code: number }).code === expected;

describe('the life of a server', () => {
  test('initialize says what the server can do', async (context) => {
    const server = new Server(context);
    const { capabilities, serverInfo } = await server.initialize();

    const sync = capabilities.textDocumentSync;
    assert(typeof sync === 'object');
    assert.equal(sync.openClose, true);
    assert.equal(sync.change, TextDocumentSyncKind.Incremental);
    assert(sync.save !== undefined && sync.save !== false);
    const commands = capabilities.executeCommandProvider?.commands ?? [];
    assert.deepEqual([...commands].sort(), requests.map((name) => `hotReload.${name}`).sort());
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix'] });
    assert(serverInfo?.name);
    assert.match(serverInfo.version ?? '', /^\d+\.\d+\.\d+/);
  });

  test('FAULT 9: before initialize, requests are refused and notifications dropped', async (context) => {
    const server = new Server(context);
    server.notify(methods.input, { text: 'x' });
    await assert.rejects(server.request(methods.sessions), code(ErrorCodes.ServerNotInitialized));
    await server.initialize();
    assert.deepEqual(await server.sessions(), []);
  });

  test('a second initialize is refused', async (context) => {
    const server = new Server(context);
    await server.initialize();
    await assert.rejects(server.initialize(), code(ErrorCodes.InvalidRequest));
    assert.deepEqual(await server.sessions(), []);
  });

  test('FAULT 9: after shutdown, requests are refused, and exit ends with 0', async (context) => {
    const server = new Server(context);
    await server.initialize();
    await server.connection.sendRequest(ShutdownRequest.type);
    await assert.rejects(server.request(methods.sessions), code(ErrorCodes.InvalidRequest));
    await server.connection.sendNotification(ExitNotification.type);
    assert.equal(await server.process.exit(2_000), 0);
  });

  test('FAULT 9: exit without shutdown ends with 1', async (context) => {
    const server = new Server(context);
    await server.initialize();
    await server.connection.sendNotification(ExitNotification.type);
    assert.equal(await server.process.exit(2_000), 1);
  });

  test('exit before initialize ends with 1', async (context) => {
    const server = new Server(context);
    await server.connection.sendNotification(ExitNotification.type);
    assert.equal(await server.process.exit(), 1);
  });

  test('FAULT 8: an unknown request is refused, an unknown notification ignored', async (context) => {
    const server = new Server(context);
    await server.initialize();
    await assert.rejects(server.request('hotReload/nothing'), code(ErrorCodes.MethodNotFound));
    await assert.rejects(server.request('textDocument/hover', {}), code(ErrorCodes.MethodNotFound));
    server.notify('hotReload/nothing', {});
    server.notify('$/setTrace', { value: 'off' });
    assert.deepEqual(await server.sessions(), []);
  });

  test('parameters that do not fit are refused', async (context) => {
    const server = new Server(context);
    await server.initialize();
    await assert.rejects(server.request(methods.setMode, { mode: 'sometimes' }), code(ErrorCodes.InvalidParams));
    await assert.rejects(server.request(methods.setMode, {}), code(ErrorCodes.InvalidParams));
    await assert.rejects(server.request(methods.start, { args: 'x' }), code(ErrorCodes.InvalidParams));
    server.notify(methods.input, {});
    assert.deepEqual(await server.sessions(), []);
  });
});

describe('the parent watch', () => {
  const spawnParent = () => spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1e6)'], { stdio: 'ignore' });

  test('the server ends with the process that initialize names', async (context) => {
    const parent = spawnParent();
    const server = await Server.start(context, { processId: parent.pid ?? 0 });

    parent.kill('SIGKILL');
    assert.equal(await server.process.exit(5_000), 1);
  });

  test('before initialize, the server ends with the process of its argument', async (context) => {
    const parent = spawnParent();
    const server = new Server(context, `--clientProcessId=${parent.pid ?? 0}`);
    // Its refusal says that the server is up.
    await assert.rejects(server.request<SessionList>(methods.sessions), code(ErrorCodes.ServerNotInitialized));

    parent.kill('SIGKILL');
    assert.equal(await server.process.exit(5_000), 1);
  });

  test('a parent that is gone already ends the server, too', async (context) => {
    const parent = spawnParent();
    const dead = new Promise((resolve) => parent.once('exit', resolve));
    parent.kill('SIGKILL');
    await dead;
    const server = new Server(context, `--clientProcessId=${parent.pid ?? 0}`);

    assert.equal(await server.process.exit(5_000), 1);
  });
});

describe('what depends on the client', () => {
  test('watched files are registered where the client can', async (context) => {
    const workspace = Workspace.greeter();
    const server = new Server(context);
    const registered = new Promise<RegistrationParams>((resolve) => {
      server.connection.onRequest(RegistrationRequest.type, resolve);
    });

    const didChangeWatchedFiles = { dynamicRegistration: true };
    await server.initialize({ folder: workspace.folder, capabilities: { workspace: { didChangeWatchedFiles } } });
    const { registrations } = await within(registered, 10_000, () => 'a registration');
    assert.deepEqual(
      registrations.map((registration) => registration.method),
      [DidChangeWatchedFilesNotification.method],
    );
  });

  test('nothing is asked of a client that can nothing', async (context) => {
    const workspace = Workspace.greeter();
    const server = new Server(context);
    const asked: string[] = [];
    for (const { method } of [RegistrationRequest, WorkDoneProgressCreateRequest, { method: methods.runInTerminal }]) {
      server.connection.onRequest(method, () => {
        asked.push(method);
        return null;
      });
    }

    await server.initialize({ folder: workspace.folder });
    await server.start();
    assert.equal(await server.end(), 0);
    assert.deepEqual(asked, []);
  });

  test('progress is shown where the client can', async (context) => {
    const workspace = Workspace.greeter();
    const steps = await progressOfStart(context, workspace.folder);
    assert.equal(steps[0]?.kind, 'begin');
    assert.equal(steps.at(-1)?.kind, 'end');
  });

  test('what one server has evaluated the next one knows', async (context) => {
    const workspace = Workspace.greeter();
    const evaluated = (steps: Progress[]): Progress[] => steps.filter(({ message }) => message === 'App');
    assert.equal(evaluated(await progressOfStart(context, workspace.folder)).length, 1);
    assert.deepEqual(evaluated(await progressOfStart(context, workspace.folder)), []);
  });
});

interface Progress {
  readonly kind: string;
  readonly message?: string;
}

/** What a server tells of a start in a folder, from its beginning to its end. */
async function progressOfStart(context: TestContext, folder: string): Promise<Progress[]> {
  const server = new Server(context);
  const steps: Progress[] = [];
  server.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    server.connection.onProgress(new ProgressType<Progress>(), token, (step) => steps.push(step));
  });

  await server.initialize({ folder, capabilities: { window: { workDoneProgress: true } } });
  await server.start();
  assert.equal(await server.end(), 0);
  return steps;
}
