import * as vscode from 'vscode';
import { CancellationToken, CloseAction, State } from 'vscode-languageclient/node';
import { onDidChangeServerOptions, serverOptions } from '../config';
import {
  type CalledParams,
  type EventParams,
  type ExceptionParams,
  methods,
  type OutputParams,
  type PageParams,
  type ReloadResult,
  type RunInTerminalParams,
  type StatusParams,
} from '../protocol';
import { HotReloadClient } from './client';
import { serverExecutable } from './executable';
import type { Requests } from './requests';

/** `lost`: it ended and is being started again; `failed`: it is not coming back by itself. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'lost' | 'failed';

const files = [{ scheme: 'file', pattern: '**/*.{cs,razor,cshtml}' }];

/** The server process: its life, and the protocol in types. */
export class Server implements vscode.Disposable {
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  private readonly statusReported = new vscode.EventEmitter<StatusParams>();
  private readonly resultReported = new vscode.EventEmitter<ReloadResult>();
  private readonly calls = new vscode.EventEmitter<CalledParams>();
  private readonly foreseen = new vscode.EventEmitter<void>();
  private readonly happened = new vscode.EventEmitter<EventParams>();
  private readonly wrote = new vscode.EventEmitter<OutputParams>();
  private readonly pageReported = new vscode.EventEmitter<PageParams>();
  private readonly threw = new vscode.EventEmitter<ExceptionParams>();
  private readonly subscriptions: vscode.Disposable[];
  private client: HotReloadClient | undefined;
  private running: Promise<void> | undefined;
  private current: ServerState = 'stopped';

  readonly onDidChangeState = this.stateChanged.event;
  readonly onStatus = this.statusReported.event;
  readonly onResult = this.resultReported.event;
  readonly onCalled = this.calls.event;
  readonly onForecast = this.foreseen.event;
  readonly onEvent = this.happened.event;
  readonly onOutput = this.wrote.event;
  /** An open page of a web program says what it has made of a reload. */
  readonly onPage = this.pageReported.event;
  /** The program threw in a member that the last reload has changed. */
  readonly onException = this.threw.event;
  /** Why the server does not run; empty where it does. */
  problem = '';

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly runInTerminal: (params: RunInTerminalParams, token: vscode.CancellationToken) => Promise<void>,
  ) {
    this.subscriptions = [
      ...[this.stateChanged, this.statusReported, this.resultReported],
      ...[this.calls, this.foreseen, this.happened, this.wrote, this.pageReported, this.threw],
      onDidChangeServerOptions(() => void this.sendOptions()),
    ];
  }

  get state(): ServerState {
    return this.current;
  }

  /** Starts the server where it does not run; completes when it answers. A failure is kept in `problem`, too. */
  start(): Promise<void> {
    this.running ??= this.startNow().catch((error: unknown) => {
      this.fail(error instanceof Error ? error.message : String(error));
      throw error;
    });
    return this.running;
  }

  /** Ends the server and every program that it runs. */
  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.running = undefined;
    this.enter('stopped');
    await client?.dispose();
  }

  /** Sends a request, once the server runs. */
  async request<M extends keyof Requests>(
    method: M,
    params: Requests[M][0],
    token: vscode.CancellationToken = CancellationToken.None,
  ): Promise<Requests[M][1]> {
    await this.start();
    if (!this.client) {
      throw new Error('The hot reload server was stopped.');
    }

    return await this.client.sendRequest<Requests[M][1]>(method, params, token);
  }

  /** Asks for what is only shown: without an answer there is nothing to show, and the log says why. */
  async ask<M extends keyof Requests>(method: M, params: Requests[M][0]): Promise<Requests[M][1] | undefined> {
    try {
      return await this.request(method, params);
    } catch (error) {
      this.log.debug(`${method}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /** Sends text to the standard input of a session's programs. */
  async input(session: string, text: string): Promise<void> {
    await this.client?.sendNotification(methods.input, { session, text });
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async startNow(): Promise<void> {
    this.problem = '';
    this.enter('starting');
    const client = new HotReloadClient(
      serverExecutable(this.context.extensionPath),
      {
        documentSelector: files,
        outputChannel: this.log,
        diagnosticCollectionName: 'hot reload',
        initializationOptions: serverOptions,
        // What a start is at is shown by the status item, from the session's own status.
        middleware: { handleWorkDoneProgress: () => undefined },
      },
      (action) => {
        this.closed(action);
      },
    );
    this.client = client;
    this.listen(client);
    await client.start();
    await this.checkVersion(client);
    this.enter('running');
  }

  private listen(client: HotReloadClient): void {
    client.onDidChangeState(({ newState }) => {
      // The first start is over only when the version has been checked.
      if (newState === State.Running && this.current === 'lost') {
        this.enter('running');
      }
    });
    client.onNotification(methods.status, (status: StatusParams) => {
      this.statusReported.fire(status);
    });
    client.onNotification(methods.result, (result: ReloadResult) => {
      this.resultReported.fire(result);
    });
    client.onNotification(methods.called, (called: CalledParams) => {
      this.calls.fire(called);
    });
    client.onNotification(methods.forecast, () => {
      this.foreseen.fire();
    });
    client.onNotification(methods.event, (event: EventParams) => {
      this.happened.fire(event);
    });
    client.onNotification(methods.exception, (exception: ExceptionParams) => {
      this.threw.fire(exception);
    });
    client.onNotification(methods.page, (page: PageParams) => {
      this.pageReported.fire(page);
    });
    client.onNotification(methods.output, (output: OutputParams) => {
      this.wrote.fire(output);
    });
    client.onRequest(methods.runInTerminal, async (params: RunInTerminalParams, token: vscode.CancellationToken) => {
      await this.runInTerminal(params, token);
      return null;
    });
  }

  /** A server of another version may speak another protocol: better none than one that is silently wrong. */
  private async checkVersion(client: HotReloadClient): Promise<void> {
    const own = (this.context.extension.packageJSON as { version: string }).version;
    const other = client.initializeResult?.serverInfo?.version ?? 'an unknown version';
    if (other !== own) {
      await client.stop();
      throw new Error(
        `The server is ${other} and the extension ${own}; they must be the same. ` +
          'Clear the setting hotReload.server.path, or install the matching extension.',
      );
    }
  }

  private closed(action: CloseAction): void {
    if (action === CloseAction.Restart) {
      this.enter('lost');
    } else {
      this.fail('The server ended five times within three minutes and is not started again. The log says why.');
    }
  }

  private fail(problem: string): void {
    this.problem = problem;
    this.running = undefined;
    this.client = undefined;
    this.log.error(problem);
    this.enter('failed');
  }

  private enter(state: ServerState): void {
    if (state !== this.current) {
      this.current = state;
      this.stateChanged.fire(state);
    }
  }

  private async sendOptions(): Promise<void> {
    if (this.current === 'running') {
      const settings = { hotReload: serverOptions() };
      await this.client?.sendNotification('workspace/didChangeConfiguration', { settings });
    }
  }
}
