import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { keepContextKeys } from './contextKeys';
import { AdapterFactory } from './debug/adapters';
import { ConfigurationProvider, debugType } from './debug/configurations';
import { Terminals } from './debug/terminals';
import { Gutter } from './editor/gutter';
import { askForRestarts, offerRollbacks } from './notifications';
import { ProjectChoice } from './projects';
import { logServer } from './resultLog';
import { Server } from './server/server';
import { SessionStore } from './sessions/store';
import { DocumentStatusItem } from './status/documentStatus';
import { StatusItem } from './status/statusItem';
import { ReportDocuments } from './views/reportDocument';
import { SessionTree } from './views/sessionTree';
import { StateDocuments } from './views/stateDocument';

/** The composition root: what the parts are and who knows whom. */
export class Extension implements vscode.Disposable {
  private readonly server: Server;
  private readonly parts: vscode.Disposable;

  constructor(context: vscode.ExtensionContext) {
    const log = vscode.window.createOutputChannel('Hot Reload', { log: true });
    const terminals = new Terminals();
    const server = new Server(context, log, (params, token) => terminals.run(params, token));
    const store = new SessionStore(server);
    const projects = new ProjectChoice(server, context.workspaceState);
    const reports = new ReportDocuments();
    const states = new StateDocuments();
    const configurations = new ConfigurationProvider(projects);
    const everywhere = vscode.DebugConfigurationProviderTriggerKind.Dynamic;
    this.server = server;
    this.parts = vscode.Disposable.from(
      ...[server, store, log, terminals, reports, states],
      ...logServer(server, log),
      ...[
        new StatusItem(server, store),
        new DocumentStatusItem(server, store),
        new SessionTree(store),
        new Gutter(context, store),
      ],
      ...[keepContextKeys(store), askForRestarts(server, store), offerRollbacks(server, store)],
      registerCommands({ server, store, projects, reports, states, log }),
      vscode.debug.registerDebugConfigurationProvider(debugType, configurations),
      vscode.debug.registerDebugConfigurationProvider(debugType, configurations, everywhere),
      vscode.debug.registerDebugAdapterDescriptorFactory(debugType, new AdapterFactory(server, store)),
    );
  }

  /** Starts the server ahead of the first use; a failure is shown by the status item. */
  start(): void {
    this.server.start().catch(() => undefined);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  dispose(): void {
    this.parts.dispose();
  }
}
