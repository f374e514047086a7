import * as vscode from 'vscode';
import { type CalledParams, eventKinds, methods, type ReloadResult, type StatusParams } from '../protocol';
import type { Server } from '../server/server';
import {
  lastReload,
  neverCameUp,
  type Reload,
  type Session,
  withCalls,
  withPage,
  withReload,
  withStatus,
} from './session';

/** All sessions as the server tells of them. It decides nothing. */
export class SessionStore implements vscode.Disposable {
  // A session that changes moves to the end.
  private readonly sessions = new Map<string, Session>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly reloaded = new vscode.EventEmitter<ReloadResult>();
  private readonly called = new vscode.EventEmitter<CalledParams>();
  private readonly ended = new vscode.EventEmitter<string>();
  private readonly subscriptions: vscode.Disposable;

  readonly onDidChange = this.changed.event;
  readonly onDidReload = this.reloaded.event;
  /** The program has called members' new code for the first time. */
  readonly onDidCall = this.called.event;
  /** The session of this id is over. */
  readonly onDidEnd = this.ended.event;
  /** The last reload of any session, also of one that has ended. */
  last: Reload | undefined;

  constructor(private readonly server: Server) {
    this.subscriptions = vscode.Disposable.from(
      ...[this.changed, this.reloaded, this.called, this.ended],
      server.onStatus((status) => {
        this.take(status);
      }),
      server.onResult((result) => {
        this.add(result);
      }),
      server.onCalled((called) => {
        this.mark(called);
      }),
      server.onPage((page) => {
        const known = this.sessions.get(page.session);
        if (known) {
          this.sessions.set(known.id, withPage(known, page));
          this.changed.fire();
        }
      }),
      server.onEvent(({ session, kind }) => {
        if (session !== null && (kind === eventKinds.snapshotTaken || kind === eventKinds.snapshotRestored)) {
          void this.askForSnapshots(session);
        } else if (kind === eventKinds.recovery || kind === eventKinds.recovered) {
          void this.askForRecoveries();
        }
      }),
      server.onDidChangeState((state) => {
        // Sessions end with their server; what comes after it are new ones.
        if (state !== 'running') {
          this.clear();
        }
      }),
    );
  }

  /** The one that changed last comes last. */
  get all(): readonly Session[] {
    return [...this.sessions.values()];
  }

  find(id: string): Session | undefined {
    return this.sessions.get(id);
  }

  /** All but those that could not be started. */
  get live(): readonly Session[] {
    return this.all.filter((session) => !neverCameUp(session));
  }

  /** A start that failed is of interest only until the next one. */
  forgetFailed(): void {
    for (const { id } of this.all.filter(neverCameUp)) {
      this.remove(id);
    }
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private take(status: StatusParams): void {
    if (status.state === 'off') {
      this.remove(status.session);
      return;
    }

    const known = this.sessions.get(status.session);
    this.put(withStatus(known, status));
    if (known?.info === undefined) {
      void this.ask();
    }
  }

  private async ask(): Promise<void> {
    const answer = await this.server.ask(methods.sessions, undefined);
    for (const info of answer?.sessions ?? []) {
      const known = this.sessions.get(info.id);
      if (known) {
        this.sessions.set(info.id, { ...known, info });
      }
    }

    this.changed.fire();
  }

  private async askForSnapshots(session: string): Promise<void> {
    const snapshots = await this.server.ask(methods.snapshots, { session });
    const known = this.sessions.get(session);
    if (snapshots && known) {
      this.sessions.set(session, { ...known, snapshots });
      this.changed.fire();
    }
  }

  private async askForRecoveries(): Promise<void> {
    const answer = await this.server.ask(methods.recoveries, undefined);
    for (const known of answer ? this.all : []) {
      const recoveries = answer?.recoveries.filter(({ session }) => session === known.id) ?? [];
      this.sessions.set(known.id, { ...known, ...(recoveries.length === 0 ? {} : { recoveries }) });
    }

    this.changed.fire();
  }

  private add(result: ReloadResult): void {
    this.last = { result, time: new Date() };
    const known = this.sessions.get(result.session);
    if (known && lastReload(known)?.result.id !== result.id) {
      this.put(withReload(known, this.last));
    }

    if (known?.recoveries?.some(({ outcome }) => outcome === 'running')) {
      // What the result tells of may be what came of it.
      void this.askForRecoveries();
    }

    this.reloaded.fire(result);
  }

  private mark(called: CalledParams): void {
    const known = this.sessions.get(called.session);
    if (known) {
      // What the program does by itself is no change that brings its session to the front.
      this.sessions.set(known.id, withCalls(known, called));
      this.changed.fire();
    }

    this.called.fire(called);
  }

  private put(session: Session): void {
    this.sessions.delete(session.id);
    this.sessions.set(session.id, session);
    this.changed.fire();
  }

  private remove(id: string): void {
    if (this.sessions.delete(id)) {
      this.ended.fire(id);
      this.changed.fire();
    }
  }

  private clear(): void {
    for (const { id } of this.all) {
      this.remove(id);
    }
  }
}
