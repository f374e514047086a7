import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { methods } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { Server } from './server';
import { Workspace } from './workspace';

describe('a program that was started before is got ready before it is started again', () => {
  test('when its folder is opened: what is written and typed since is in the start', async (context) => {
    const workspace = Workspace.greeter();
    const before = await Server.start(context, { folder: workspace.folder });
    await before.start();
    assert.equal(await before.end(), 0);

    const server = await Server.start(context, { folder: workspace.folder });
    await isReady(server);
    edit(workspace, 'count++', 'count += 10');
    const document = new OpenDocument(server, workspace.path('App/Greeter.cs')).replace('hello', 'hi');
    document.save();
    await server.start();
    assert.equal(await wasReady(server), true);
    assert.equal(await server.ask('Ada'), 'hi Ada 10');

    document.replace('hi', 'hey');
    const result = await server.apply();
    assert.equal(result.outcome, 'applied', result.message);
    assert.equal(await server.ask('Bob'), 'hey Bob 20');
    assert.equal(await server.end(), 0);
  });

  test('when a session has ended; not where its project is another one meanwhile', async (context) => {
    const workspace = Workspace.greeter();
    const server = await Server.start(context, { folder: workspace.folder });
    await server.start();
    assert.equal(await wasReady(server), false);
    await server.request(methods.stop, {});
    await isReady(server);
    await server.start();
    assert.equal(await wasReady(server), true);
    assert.equal(await server.ask('Ada'), 'hello Ada 1');

    await server.request(methods.stop, {});
    await isReady(server);
    writeFileSync(workspace.path('App/More.cs'), 'static class More { public const string Word = "more"; }\n');
    edit(workspace, 'hello', '{More.Word}');
    await server.start();
    assert.equal(await wasReady(server), false);
    assert.equal(await server.ask('Ada'), 'more Ada 1');
    assert.equal(await server.end(), 0);
  });
});

/** Awaits that the server has done what it does before a start. */
async function isReady(server: Server): Promise<void> {
  await server.messages.next(({ message }) => message.endsWith('is ready to be started.'));
}

/** Whether the start that was last had it done already. */
async function wasReady(server: Server): Promise<boolean> {
  const { message } = await server.messages.next((candidate) => / is loaded[.,]/.test(candidate.message));
  return message.endsWith('and was before it was started.');
}

function edit(workspace: Workspace, from: string, to: string): void {
  const file = workspace.path('App/Greeter.cs');
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from));
  writeFileSync(file, text.replace(from, to));
}
