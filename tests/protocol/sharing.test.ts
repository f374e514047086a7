import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type DocumentStatus, methods, type SessionInfo } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { Server } from './server';
import { Workspace } from './workspace';

describe('two programs that share a file', () => {
  const workspace = new Workspace();
  const server = new Server({ after });
  const [one = '', two = ''] = workspace.addSharing('Shared', 'One', 'Two');
  let first: SessionInfo;
  let second: SessionInfo;
  let document: OpenDocument;

  before(async () => {
    await server.initialize({ folder: workspace.folder });
    first = await server.start({ project: one });
    second = await server.start({ project: two });
    document = new OpenDocument(server, workspace.path('Shared/Greeter.cs'));
  });

  /** Waits until the next reload of each has ended; its event comes after all that it had to say. */
  const ended = async (outcome: string, ...sessions: SessionInfo[]): Promise<void> => {
    const waiting = new Set(sessions.map((session) => session.id));
    while (waiting.size > 0) {
      const { session } = await server.events.next((event) => event.kind === 'reloadFinished');
      assert.equal(server.results.all.findLast((result) => result.session === session)?.outcome, outcome);
      waiting.delete(session ?? '');
    }
  };

  test('both are reloaded', async () => {
    document.replace('hello', 'hi').save();
    await ended('applied', first, second);
  });

  test('of the two the one counts that is further from the text', async () => {
    const ask = (): Promise<DocumentStatus> => server.request(methods.document, { uri: document.uri });
    assert.equal((await ask()).state, 'running');
    await server.request(methods.pause, { session: second.id });
    document.replace('hi', 'hey').save();
    await ended('applied', first);
    const { state, session } = await ask();
    assert.deepEqual([state, session], ['unpublished', second.id]);
    await server.request(methods.resume, { session: second.id });
    await ended('applied', second);
    assert.equal((await ask()).state, 'running');
  });

  test('an error of both is shown once', async () => {
    document.replace('count++;', 'count++').save();
    await ended('held', first, second);
    assert.deepEqual(
      server.diagnostics.all.map((each) => each.diagnostics.map((diagnostic) => diagnostic.code)),
      [['CS1002']],
    );
  });

  test('it stays while one of them has it', async () => {
    await server.request(methods.stop, { session: first.id });
    assert.equal(server.diagnostics.all.length, 1);
    document.replace('count++', 'count++;').save();
    await ended('noChange', second);
    assert.deepEqual(
      server.diagnostics.all.map((each) => each.diagnostics.length),
      [1, 0],
    );
    assert.equal(await server.end(), 0);
  });
});
