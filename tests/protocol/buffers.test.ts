import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  MessageType,
} from 'vscode-languageserver-protocol/node';
import { type Owner } from './process';
import { Server, uriOf } from './server';
import { Workspace } from './workspace';

const at = (line: number, character: number): object => ({ line, character });

/** A client that does to one document what no good editor does. */
class RoughEditor {
  readonly server: Server;
  readonly uri: string;

  constructor(server: Server, uri: string) {
    this.server = server;
    this.uri = uri;
  }

  static async start(owner: Owner, uri?: string): Promise<RoughEditor> {
    const workspace = Workspace.greeter();
    const server = await Server.start(owner, { folder: workspace.folder });
    return new RoughEditor(server, uri ?? uriOf(workspace.path('App/Greeter.cs')));
  }

  open(version: number, text: string): void {
    const textDocument = { uri: this.uri, languageId: 'csharp', version, text };
    this.server.notify(DidOpenTextDocumentNotification.method, { textDocument });
  }

  change(version: number, ...contentChanges: object[]): void {
    const textDocument = { uri: this.uri, version };
    this.server.notify(DidChangeTextDocumentNotification.method, { textDocument, contentChanges });
  }

  save(): void {
    this.server.notify(DidSaveTextDocumentNotification.method, { textDocument: { uri: this.uri } });
  }

  close(): void {
    this.server.notify(DidCloseTextDocumentNotification.method, { textDocument: { uri: this.uri } });
  }

  /** The server takes the next request, and ends as it should. */
  async mustBeAlive(): Promise<void> {
    assert.deepEqual(await this.server.sessions(), []);
    assert.equal(await this.server.end(), 0);
  }

  async mustFallOutOfStep(): Promise<void> {
    await this.server.events.next((event) => event.kind === 'bufferOutOfStep');
    await this.mustBeAlive();
  }
}

describe('a buffer in trouble leaves the server alive', () => {
  test('FAULT 11: a change of a file that was never opened', async (context) => {
    const editor = await RoughEditor.start(context);
    editor.change(2, { text: 'class A;' });
    await editor.mustBeAlive();
  });

  test('FAULT 12: opened twice: one warning', async (context) => {
    const editor = await RoughEditor.start(context);
    editor.open(1, 'class A;');
    editor.open(1, 'class B;');
    await editor.server.messages.next((message) => message.type === MessageType.Warning);
    editor.change(2, { range: { start: at(0, 6), end: at(0, 7) }, text: 'C' });
    await editor.mustBeAlive();
    assert.equal(editor.server.messages.all.filter((message) => message.type === MessageType.Warning).length, 1);
    assert.deepEqual(editor.server.events.all, []);
  });

  test('FAULT 13: a version that does not grow', async (context) => {
    const editor = await RoughEditor.start(context);
    editor.open(5, 'class A;');
    editor.change(5, { range: { start: at(0, 0), end: at(0, 0) }, text: ' ' });
    await editor.mustFallOutOfStep();
  });

  test('FAULT 13: a skipped version, which LSP allows', async (context) => {
    const editor = await RoughEditor.start(context);
    editor.open(1, 'class A;');
    editor.change(3, { range: { start: at(0, 0), end: at(0, 0) }, text: ' ' });
    await editor.mustBeAlive();
    assert.deepEqual(editor.server.events.all, []);
  });

  test('FAULT 14: a range past the end', async (context) => {
    const editor = await RoughEditor.start(context);
    editor.open(1, 'class A;');
    editor.change(2, { range: { start: at(7, 0), end: at(9, 3) }, text: ' ' });
    await editor.mustFallOutOfStep();
  });

  test('FAULT 14: a reversed range', async (context) => {
    const editor = await RoughEditor.start(context);
    editor.open(1, 'class A;');
    editor.change(2, { range: { start: at(0, 5), end: at(0, 2) }, text: ' ' });
    await editor.mustFallOutOfStep();
  });

  test('FAULT 14: a negative place', async (context) => {
    const editor = await RoughEditor.start(context);
    editor.open(1, 'class A;');
    editor.change(2, { range: { start: at(-1, 0), end: at(0, 0) }, text: ' ' });
    await editor.mustBeAlive();
  });

  test('parameters that do not fit', async (context) => {
    const editor = await RoughEditor.start(context);
    editor.server.notify(DidOpenTextDocumentNotification.method, { textDocument: { uri: 42 } });
    editor.server.notify(DidChangeTextDocumentNotification.method, {});
    editor.server.notify(DidCloseTextDocumentNotification.method, { textDocument: null });
    await editor.mustBeAlive();
  });

  test('saved and closed without being open', async (context) => {
    const editor = await RoughEditor.start(context);
    editor.save();
    editor.close();
    await editor.mustBeAlive();
  });

  test('FAULT 15: surrogates cut in two, all kinds of line ends, a byte order mark, combining characters', async (context) => {
    const editor = await RoughEditor.start(context);
    editor.open(1, '\ufeff// 😀\r// é\n\r\n// e\u0301\u2028');
    editor.change(2, { range: { start: at(0, 5), end: at(0, 6) }, text: '\ude01' });
    editor.change(3, { range: { start: at(1, 0), end: at(2, 0) }, text: '\r\n' }, { text: 'class A;\r\r\n' });
    await editor.mustBeAlive();
  });
});

describe('a document that is no file of the workspace makes no trouble', () => {
  const uris = [
    'untitled:Untitled-1',
    'git:/a/Program.cs?%7B%22ref%22%3A%22HEAD%22%7D',
    'file://server/share/Program.cs',
    'vscode-notebook-cell:/a/b.ipynb#1',
    'not a uri',
    '',
  ];
  for (const uri of uris) {
    test(`"${uri}"`, async (context) => {
      const editor = await RoughEditor.start(context, uri);
      editor.open(1, 'class A;');
      editor.change(2, { range: { start: at(0, 6), end: at(0, 7) }, text: 'B' });
      editor.save();
      editor.close();
      await editor.mustBeAlive();
      assert.deepEqual(editor.server.results.all, []);
    });
  }
});
