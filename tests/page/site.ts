import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import {
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ShowDocumentRequest,
  type ShowDocumentParams,
} from 'vscode-languageserver-protocol/node';
import { methods, type InitializationOptions, type PageParams, type ReloadResult } from '../../extension/src/protocol';
import { Feed } from '../protocol/feed';
import { hangGuard } from '../protocol/guard';
import { listening, type Owner } from '../protocol/process';
import { Server } from '../protocol/server';
import { Workspace } from '../protocol/workspace';
import { freePort } from './port';

/** A program of tests/fixtures that runs under the real server, and a user who edits it. */
export class Site {
  readonly server: Server;
  readonly workspace: Workspace;
  readonly url: string;
  readonly pages: Feed<PageParams>;
  readonly opened: Feed<ShowDocumentParams>;
  readonly #versions = new Map<string, number>();

  private constructor(server: Server, workspace: Workspace, url: string) {
    [this.server, this.workspace, this.url] = [server, workspace, url];
    this.pages = new Feed<PageParams>('page report');
    this.opened = new Feed<ShowDocumentParams>('window/showDocument');
    server.connection.onNotification(methods.page, (page: PageParams) => {
      this.pages.push(page);
    });
    server.connection.onRequest(ShowDocumentRequest.type, (params) => {
      this.opened.push(params);
      return { success: true };
    });
  }

  /** Builds and starts it; it ends with its owner. */
  static async start(
    owner: Owner,
    fixture: string,
    project: string,
    options: InitializationOptions = {},
    environment: (url: string) => Record<string, string> = () => ({}),
    prepare: (workspace: Workspace) => void = () => undefined,
  ): Promise<Site> {
    const workspace = Workspace.fixture(fixture);
    prepare(workspace);
    const url = `http://127.0.0.1:${await freePort()}`;
    const server = new Server(owner);
    const site = new Site(server, workspace, url);
    await server.initialize({
      folder: workspace.folder,
      options,
      capabilities: { window: { showDocument: { support: true } } },
    });
    await server.start({
      project: workspace.path(project),
      environment: { ASPNETCORE_URLS: url, ...environment(url) },
    });
    await listening(url, hangGuard);
    return site;
  }

  /** Opens a page and waits until it is live. */
  async open(page: Page, path: string): Promise<void> {
    const connected = this.server.events.next(
      (event) => event.kind === 'pageConnected' && event.message.startsWith(path),
    );
    await page.goto(this.url + path);
    await connected;
    await page.locator('hotreload-page [data-state="live"]').waitFor();
  }

  /** Changes a file in the editor, where it has not been before, and saves it, on disk too. */
  save(file: string, change?: (text: string) => string): Promise<ReloadResult> {
    this.server.results.skip();
    this.pages.skip();
    const result = this.server.results.next();
    if (change) {
      this.type(file, change);
    }

    this.workspace.write(file, this.#texts.get(file) ?? '');
    this.server.notify(DidSaveTextDocumentNotification.method, { textDocument: { uri: this.#uri(file) } });
    return result;
  }

  /** Changes a file in the editor only. */
  type(file: string, change: (text: string) => string): void {
    const uri = this.#uri(file);
    if (!this.#texts.has(file)) {
      this.#texts.set(file, this.workspace.read(file));
      this.#versions.set(file, 1);
      const textDocument = { uri, languageId: 'plaintext', version: 1, text: this.workspace.read(file) };
      this.server.notify(DidOpenTextDocumentNotification.method, { textDocument });
    }

    const text = change(this.#texts.get(file) ?? '');
    const version = (this.#versions.get(file) ?? 0) + 1;
    this.#texts.set(file, text);
    this.#versions.set(file, version);
    this.server.notify(DidChangeTextDocumentNotification.method, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  readonly #texts = new Map<string, string>();

  #uri(file: string): string {
    return pathToFileURL(this.workspace.path(file)).href;
  }
}

/** A change that replaces a text, which must be there. */
export function swap(before: string, after: string): (text: string) => string {
  return (text) => {
    if (!text.includes(before)) {
      throw new Error(`There is no "${before}" in: ${text}`);
    }

    return text.replace(before, after);
  };
}
