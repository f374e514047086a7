import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type LogMessageParams,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import * as protocol from '../../extension/src/protocol';
import { Feed } from './feed';
import { hangGuard, within } from './guard';
import { Lines } from './lines';
import { type Owner, ServerProcess } from './process';

/** What a test's client says of itself. */
export interface Client {
  readonly folder?: string;
  readonly processId?: number;
  readonly capabilities?: ClientCapabilities;
  readonly options?: protocol.InitializationOptions;
}

/** The real server and a client of it: requests, and a feed for each notification. */
export class Server {
  readonly statuses = new Feed<protocol.StatusParams>('status');
  readonly results = new Feed<protocol.ReloadResult>('result');
  readonly forecasts = new Feed<protocol.ForecastParams>('forecast');
  readonly events = new Feed<protocol.EventParams>('event');
  readonly diagnostics = new Feed<PublishDiagnosticsParams>('diagnostics');
  readonly messages = new Feed<LogMessageParams>('log message');
  readonly lines = new Lines();
  readonly process: ServerProcess;
  readonly connection: ProtocolConnection;
  readonly #closed: Promise<never>;

  /** Starts the process; it ends with its owner, a test or a suite. */
  constructor(owner: Owner, ...args: string[]) {
    this.process = new ServerProcess(owner, ...args);
    const { output, input } = this.process;
    this.connection = createProtocolConnection(new StreamMessageReader(output), new StreamMessageWriter(input));
    this.#listen();
    this.#closed = new Promise((_, reject) => {
      this.connection.onClose(() => {
        reject(this.#end());
      });
    });
    this.#closed.catch(() => undefined); // Not every test awaits it.
    this.connection.listen();
  }

  /** Starts a server and makes it ready for requests. */
  static async start(owner: Owner, client: Client = {}): Promise<Server> {
    const server = new Server(owner);
    await server.initialize(client);
    return server;
  }

  async initialize(client: Client = {}): Promise<InitializeResult> {
    const folder = client.folder;
    const result = await this.request<InitializeResult>(InitializeRequest.method, {
      processId: client.processId ?? process.pid,
      capabilities: client.capabilities ?? {},
      initializationOptions: client.options,
      workspaceFolders: folder === undefined ? null : [{ uri: uriOf(folder), name: path.basename(folder) }],
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  request<R>(method: string, params?: object): Promise<R> {
    const answer = Promise.race([this.connection.sendRequest<R>(method, params), this.#closed]);
    return within(answer, hangGuard, () => `the answer to ${method}. The server logged:\n${this.process.log}`);
  }

  notify(method: string, params: object): void {
    void this.connection.sendNotification(method, params);
  }

  start(params: protocol.StartParams = {}): Promise<protocol.SessionInfo> {
    return this.request(protocol.methods.start, params);
  }

  apply(): Promise<protocol.ReloadResult> {
    return this.request(protocol.methods.apply, {});
  }

  /** Says which settings count from now on. */
  configure(hotReload: protocol.InitializationOptions): void {
    this.notify(DidChangeConfigurationNotification.method, { settings: { hotReload } });
  }

  async sessions(): Promise<readonly protocol.SessionInfo[]> {
    const { sessions } = await this.request<protocol.SessionList>(protocol.methods.sessions);
    return sessions;
  }

  /** Sends a line to the program, and awaits the line that it answers with. */
  ask(name: string): Promise<string> {
    this.notify(protocol.methods.input, { text: `${name}\n` });
    return this.lines.next((line) => line.includes(name));
  }

  /** Ends it as a client should; the exit code is the server's. */
  async end(): Promise<number> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.process.exit();
  }

  #listen(): void {
    const on = (method: string, feed: { push(item: never): void }): void => {
      this.connection.onNotification(method, (item: unknown) => {
        feed.push(item as never);
      });
    };
    on(protocol.methods.status, this.statuses);
    on(protocol.methods.result, this.results);
    on(protocol.methods.forecast, this.forecasts);
    on(protocol.methods.event, this.events);
    on(protocol.methods.output, this.lines);
    on(PublishDiagnosticsNotification.method, this.diagnostics);
    on(LogMessageNotification.method, this.messages);
  }

  #end(): Error {
    const reason = new Error(`The server has closed the connection. It logged:\n${this.process.log}`);
    for (const feed of [
      this.statuses,
      this.results,
      this.forecasts,
      this.events,
      this.diagnostics,
      this.messages,
      this.lines,
    ]) {
      feed.end(reason);
    }

    return reason;
  }
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}
