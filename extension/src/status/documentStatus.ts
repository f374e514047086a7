import * as vscode from 'vscode';
import { type DocumentState, type DocumentStatus, type Forecast, methods } from '../protocol';
import type { Server } from '../server/server';
import type { SessionStore } from '../sessions/store';

const selector = { scheme: 'file', pattern: '**/*.{cs,razor,cshtml}' };

/** Milliseconds in which several changes are asked about once. */
const calm = 50;

const texts: Record<DocumentState, string> = {
  notInProgram: 'Not in a running program',
  running: 'The program runs this text',
  unpublished: 'Not applied yet',
  reloading: 'Being applied',
  rolledBack: 'Rolled back',
  held: 'Held back by errors',
  restartRequired: 'Needs a restart',
};

const notInProgram = { state: 'notInProgram', message: '', forecast: null } as const;

/** The language status item: whether the program runs what the active editor shows. */
export class DocumentStatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('hotReload.document', selector);
  private readonly subscriptions: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly server: Server,
    private readonly store: SessionStore,
  ) {
    const soon = (): void => {
      this.askSoon();
    };
    this.item.name = 'Hot Reload';
    this.show(notInProgram);
    this.subscriptions = vscode.Disposable.from(
      this.item,
      store.onDidChange(soon),
      server.onForecast(() => void this.ask()),
      vscode.window.onDidChangeActiveTextEditor(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) {
          soon();
        }
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private askSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), calm);
  }

  private async ask(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || vscode.languages.match(selector, document) === 0) {
      return;
    }

    const uri = document.uri.toString();
    const live = this.store.all.length > 0 && this.server.state === 'running';
    const status = live ? await this.server.ask(methods.document, { uri }) : undefined;
    if (vscode.window.activeTextEditor?.document === document) {
      this.show(status ?? notInProgram);
    }
  }

  private show({ state, message, forecast }: Pick<DocumentStatus, 'state' | 'message' | 'forecast'>): void {
    const text = forecast === null ? texts[state] : foreseen(forecast);
    this.item.text = state === 'running' ? '$(flame) Live' : `$(flame) ${text}`;
    this.item.detail = message === '' ? text : message;
    this.item.severity =
      state === 'held' || state === 'restartRequired'
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
    this.item.accessibilityInformation = { label: `Hot Reload: ${text}. ${message}` };
    this.item.command =
      state === 'restartRequired'
        ? { title: 'Restart', command: 'hotReload.restart' }
        : state === 'unpublished' || state === 'rolledBack'
          ? { title: 'Apply Now', command: 'hotReload.apply' }
          : undefined;
  }
}

/** What will come of text that is not saved yet. */
export function foreseen({ outcome, errors }: Forecast): string {
  switch (outcome) {
    case 'willApply':
      return 'Will apply';
    case 'noEffect':
      return 'No effect';
    case 'needsRestart':
      return 'Needs a restart';
    case 'errors':
      return errors === 1 ? '1 error' : `${String(errors)} errors`;
  }
}
