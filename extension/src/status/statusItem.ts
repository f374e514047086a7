import * as vscode from 'vscode';
import type { Server } from '../server/server';
import { foremost, type Session } from '../sessions/session';
import type { SessionStore } from '../sessions/store';
import { statusText } from './statusText';
import { tooltip, tooltipCommands } from './tooltip';

/** A reload that is quicker than this, in milliseconds, changes the text only once: a flicker tells nobody anything. */
const spinnerAfter = 150;

/** The one item in the status bar. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('status', vscode.StatusBarAlignment.Left);
  private readonly subscriptions: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;
  private slow = false;

  constructor(
    private readonly server: Server,
    private readonly store: SessionStore,
  ) {
    this.item.name = 'Hot Reload';
    this.subscriptions = vscode.Disposable.from(
      this.item,
      store.onDidChange(() => {
        this.update();
      }),
      server.onDidChangeState(() => {
        this.update();
      }),
    );
    this.show();
    this.item.show();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private update(): void {
    const session = foremost(this.store.all);
    if (!isReloading(session)) {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.slow = false;
    } else {
      this.timer ??= setTimeout(() => {
        this.slow = true;
        this.show();
      }, spinnerAfter);
    }

    this.show();
  }

  private show(): void {
    const { text, label, command, background } = statusText(this.server.state, foremost(this.store.all), this.slow);
    this.item.text = text;
    this.item.command = command;
    this.item.accessibilityInformation = { label, role: 'button' };
    this.item.backgroundColor = background && new vscode.ThemeColor(`statusBarItem.${background}Background`);
    const markdown = new vscode.MarkdownString(tooltip(this.store.all, this.server.problem), true);
    markdown.isTrusted = { enabledCommands: tooltipCommands };
    this.item.tooltip = markdown;
  }
}

function isReloading(session: Session | undefined): boolean {
  return session?.status.state === 'compiling' || session?.status.state === 'applying';
}
