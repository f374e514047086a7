import type * as vscode from 'vscode';
import type { ProjectChoice } from './projects';
import type { Server } from './server/server';
import type { SessionStore } from './sessions/store';
import type { ReportDocuments } from './views/reportDocument';
import type { StateDocuments } from './views/stateDocument';

/** What the commands work on. */
export interface Parts {
  readonly server: Server;
  readonly store: SessionStore;
  readonly projects: ProjectChoice;
  readonly reports: ReportDocuments;
  readonly states: StateDocuments;
  readonly log: vscode.LogOutputChannel;
}
