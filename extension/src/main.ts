import * as vscode from 'vscode';
import { Extension } from './extension';
import { watchTrust } from './trust';

let extension: Extension | undefined;

/** A build runs the workspace's code, so nothing but the status item exists before the workspace is trusted. */
export function activate(context: vscode.ExtensionContext): void {
  watchTrust(context, () => {
    extension = new Extension(context);
    context.subscriptions.push(extension);
    extension.start();
  });
}

/** The server, and with it every program, ends before the window is gone. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
}
