import * as vscode from 'vscode';
import type { Server } from '../server/server';
import type { SessionStore } from '../sessions/store';
import { HotReloadDebugSession } from './debugSession';
import { Program } from './program';

/** Gives each debug session of our type its adapter, in this process: it only passes on what the server says. */
export class AdapterFactory implements vscode.DebugAdapterDescriptorFactory {
  constructor(
    private readonly server: Server,
    private readonly store: SessionStore,
  ) {}

  createDebugAdapterDescriptor({ configuration }: vscode.DebugSession): vscode.DebugAdapterDescriptor {
    const program = new Program(configuration, this.server, this.store, (lost, reason) => void sayLost(lost, reason));
    // The library's session has all that VS Code calls; it only was not made by VS Code's own class.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
    return new vscode.DebugAdapterInlineImplementation(new HotReloadDebugSession(program));
  }
}

async function sayLost(program: Program, reason: string): Promise<void> {
  const restart = 'Restart';
  const log = 'Show Log';
  const answer = await vscode.window.showErrorMessage(`Hot Reload lost ${program.name}. ${reason}`, restart, log);
  if (answer === restart) {
    await program.comeBack();
  } else if (answer === log) {
    await vscode.commands.executeCommand('hotReload.showLog');
  }
}
