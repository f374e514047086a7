import { readFileSync, writeFileSync } from 'node:fs';
import {
  type CodeAction,
  CodeActionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type Position,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { type Server, uriOf } from './server';

/** A file in the test's editor: what is done to it here, the server is told. */
export class OpenDocument {
  readonly uri: string;
  readonly #server: Server;
  readonly #file: string;
  #text: string;
  #version = 1;

  constructor(server: Server, file: string) {
    this.#server = server;
    this.#file = file;
    this.#text = readFileSync(file, 'utf8');
    this.uri = uriOf(file);
    const textDocument = { uri: this.uri, languageId: 'csharp', version: this.#version, text: this.#text };
    server.notify(DidOpenTextDocumentNotification.method, { textDocument });
  }

  get text(): string {
    return this.#text;
  }

  /** Types over the first place where the old text stands. */
  replace(old: string, text: string): this {
    const start = this.#text.indexOf(old);
    if (start < 0) {
      throw new Error(`"${old}" does not stand in ${this.#file}.`);
    }

    const end = start + old.length;
    const range = { start: this.#position(start), end: this.#position(end) };
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(end);
    this.#change({ range, text });
    return this;
  }

  /** Replaces the whole text. */
  setText(text: string): this {
    this.#text = text;
    this.#change({ text });
    return this;
  }

  /** Says the next change under a version that was said before, as a broken client would. */
  reuseVersion(): this {
    this.#version--;
    return this;
  }

  save(): this {
    writeFileSync(this.#file, this.#text);
    this.#server.notify(DidSaveTextDocumentNotification.method, { textDocument: { uri: this.uri } });
    return this;
  }

  /** What the editor can offer at a place. */
  fixes(range: Range): Promise<CodeAction[]> {
    const textDocument = { uri: this.uri };
    return this.#server.request(CodeActionRequest.method, { textDocument, range, context: { diagnostics: [] } });
  }

  close(): void {
    this.#server.notify(DidCloseTextDocumentNotification.method, { textDocument: { uri: this.uri } });
  }

  #change(change: object): void {
    const textDocument = { uri: this.uri, version: ++this.#version };
    this.#server.notify(DidChangeTextDocumentNotification.method, { textDocument, contentChanges: [change] });
  }

  #position(offset: number): Position {
    const before = this.#text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  }
}
