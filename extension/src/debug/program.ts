import * as vscode from 'vscode';
import { ErrorCodes, ResponseError } from 'vscode-languageclient/node';
import { eventKinds, methods, type OutputParams, type ReloadResult } from '../protocol';
import type { Server, ServerState } from '../server/server';
import type { SessionStore } from '../sessions/store';
import { type LaunchConfiguration, startParams } from './launch';
import { withStartProgress } from './startProgress';

/** Text for the Debug Console: the program's own, or ours. */
export interface Written {
  readonly kind: 'stdout' | 'stderr' | 'console';
  readonly text: string;
}

/** What a program's user is told of what happens to it. */
const told = new Set<string>([eventKinds.programExited, eventKinds.recovery, eventKinds.recovered]);

/** One launched configuration: a session of the server's, which goes on under the next server after a crash of it. */
export class Program implements vscode.Disposable {
  private readonly wrote = new vscode.EventEmitter<Written>();
  private readonly ended = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  private session: string | undefined;
  private starting: vscode.CancellationTokenSource | undefined;
  private started: Promise<void> = Promise.resolve();
  /** What sessions without an answer yet have written: one of them may be ours. */
  private early: OutputParams[] = [];
  private wanted = false;

  readonly onWrote = this.wrote.event;
  readonly onEnded = this.ended.event;

  constructor(
    private readonly launch: LaunchConfiguration,
    private readonly server: Server,
    private readonly store: SessionStore,
    private readonly lost: (program: Program, reason: string) => void,
  ) {
    this.subscriptions = vscode.Disposable.from(
      ...[this.wrote, this.ended],
      server.onOutput((output) => {
        this.take(output);
      }),
      server.onDidChangeState((state) => {
        this.follow(state);
      }),
      server.onEvent(({ session, kind, message }) => {
        // A session that goes on after a crash of the server says so before the start that joins it is answered.
        const isOurs = session === this.session || (this.starting !== undefined && kind === eventKinds.recovered);
        if (isOurs && told.has(kind)) {
          this.say(message);
        }
      }),
      store.onDidReload((result) => {
        this.tell(result);
      }),
      store.onDidEnd((id) => {
        this.over(id);
      }),
    );
  }

  get name(): string {
    return this.launch.name;
  }

  /** Id of the session that runs it. */
  get id(): string | undefined {
    return this.session;
  }

  /** Starts the session; completes when the program runs. */
  start(): Promise<void> {
    this.started = this.startNow();
    return this.started;
  }

  private async startNow(): Promise<void> {
    this.wanted = true;
    this.store.forgetFailed();
    const cancel = new vscode.CancellationTokenSource();
    this.starting = cancel;
    try {
      const info = await withStartProgress(this.launch.name, this.server, cancel, () =>
        this.server.request(methods.start, startParams(this.launch), cancel.token),
      );
      this.session = info.id;
      const where = info.urls.length === 0 ? '' : ` It listens on ${info.urls.join(', ')}.`;
      this.say(`${info.name} runs with hot reload, without a debugger.${where}`);
      this.early.splice(0).forEach((output) => {
        this.take(output);
      });
    } finally {
      this.starting = undefined;
      this.early = [];
      cancel.dispose();
    }
  }

  /** A program that is on its way is restarted once it runs: it may be up for its user before the server says so. */
  async restart(): Promise<void> {
    await this.started;
    const result = await this.server.request(methods.restart, this.params());
    if (result.outcome === 'failed') {
      throw new Error(result.message);
    }
  }

  /** Ends the program, or its start. */
  async stop(): Promise<void> {
    this.wanted = false;
    this.starting?.cancel();
    if (this.session !== undefined && this.store.find(this.session)) {
      await this.server.request(methods.stop, this.params());
    }

    this.session = undefined;
  }

  /** Gives the program a line of input. */
  async write(line: string): Promise<void> {
    if (this.launch.console !== 'internalConsole') {
      throw new Error('The program reads its input from its terminal.');
    }

    await this.server.input(this.session ?? '', `${line}\n`);
  }

  dispose(): void {
    this.wanted = false;
    this.starting?.cancel();
    this.subscriptions.dispose();
  }

  private params(): { session: string } {
    if (this.session === undefined) {
      throw new Error(`${this.launch.name} does not run.`);
    }

    return { session: this.session };
  }

  private take(output: OutputParams): void {
    if (output.session === this.session) {
      this.wrote.fire(output);
    } else if (this.starting) {
      this.early.push(output);
    }
  }

  private tell({ session, message, outcome, phases }: ReloadResult): void {
    if (session === this.session) {
      const taken = outcome === 'applied' || outcome === 'restarted' ? ` (${phases.total.toFixed(1)} ms)` : '';
      this.say(`${message}${taken}`);
    }
  }

  private say(text: string): void {
    this.wrote.fire({ kind: 'console', text: `Hot Reload: ${text}\n` });
  }

  /** A session that ends without having been stopped here was stopped elsewhere, or went down with its server. */
  private over(id: string): void {
    if (id === this.session && this.server.state === 'running') {
      this.session = undefined;
      this.wanted = false;
      this.ended.fire();
    }
  }

  private follow(state: ServerState): void {
    if (state === 'running') {
      if (this.wanted && this.session === undefined && !this.starting) {
        void this.comeBack();
      }
    } else if (this.session !== undefined) {
      this.session = undefined;
      this.say('The server has ended; the next one goes on with the program.');
    }

    if (state === 'failed' && this.wanted && !this.starting) {
      this.lost(this, this.server.problem);
    }
  }

  /** After a crash the next server goes on with the session by itself; a start joins it, or makes it anew where that could not be. */
  async comeBack(): Promise<void> {
    try {
      await this.start();
    } catch (error) {
      if (this.server.state === 'failed') {
        this.lost(this, this.server.problem);
      } else if (!isConnectionEnd(error)) {
        this.lost(this, error instanceof Error ? error.message : String(error));
      }
    }
  }
}

/** Whether a request has no answer because the server has ended. What becomes of that is told with its next state. */
function isConnectionEnd(error: unknown): boolean {
  const ends: number[] = [ErrorCodes.PendingResponseRejected, ErrorCodes.ConnectionInactive];
  return error instanceof ResponseError && ends.includes(error.code);
}
