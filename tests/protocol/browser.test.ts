import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { beforeEach, describe, test, type TestContext } from 'node:test';
import { ShowDocumentRequest, type ShowDocumentParams } from 'vscode-languageserver-protocol/node';
import { methods } from '../../extension/src/protocol';
import { Feed } from './feed';
import { hangGuard } from './guard';
import { listening } from './process';
import { Server } from './server';
import { Workspace } from './workspace';

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}

describe("a web program's page", () => {
  const workspace = Workspace.fixture('minimal-api');
  let url: string;

  beforeEach(async () => {
    url = `http://127.0.0.1:${await freePort()}`;
    const http = { commandName: 'Project', applicationUrl: url, launchBrowser: true, launchUrl: 'state' };
    workspace.write('Properties/launchSettings.json', JSON.stringify({ profiles: { http } }));
  });

  const start = async (context: TestContext, support: boolean): Promise<[Server, Feed<ShowDocumentParams>]> => {
    const server = new Server(context);
    const shown = new Feed<ShowDocumentParams>('window/showDocument');
    server.connection.onRequest(ShowDocumentRequest.type, (params) => {
      shown.push(params);
      return { success: true };
    });
    await server.initialize({ folder: workspace.folder, capabilities: { window: { showDocument: { support } } } });
    return [server, shown];
  };

  test('is shown once, when the program answers there', async (context) => {
    const [server, shown] = await start(context, true);
    const session = await server.start();
    assert.equal(session.launchUrl, `${url}/state`);
    assert.deepEqual(await shown.next(), { uri: session.launchUrl, external: true });
    assert.equal((await fetch(session.launchUrl)).status, 200);

    const restarted = await server.request<{ outcome: string; message: string }>(methods.restart, {});
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    await listening(url, hangGuard);
    await server.sessions();
    assert.equal(await server.end(), 0);
    assert.equal(shown.all.length, 1);
  });

  test('is not shown where the start says so', async (context) => {
    const [server, shown] = await start(context, true);
    assert.equal((await server.start({ launchBrowser: false })).launchUrl, null);
    await listening(url, hangGuard);
    await server.sessions();
    assert.equal(await server.end(), 0);
    assert.deepEqual(shown.all, []);
  });

  test('is not asked of a client that can not', async (context) => {
    const [server, shown] = await start(context, false);
    assert.equal((await server.start()).launchUrl, `${url}/state`);
    await listening(url, hangGuard);
    await server.sessions();
    assert.equal(await server.end(), 0);
    assert.deepEqual(shown.all, []);
  });

  test('of a program that ends before it listens is not shown', async (context) => {
    const [server, shown] = await start(context, true);
    await server.start({ args: ['--urls=nonsense://nowhere'] });
    await server.events.next((event) => event.kind === 'programExited');
    await server.sessions();
    assert.equal(await server.end(), 0);
    assert.deepEqual(shown.all, []);
  });
});
