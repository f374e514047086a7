import * as vscode from 'vscode';
import { config } from '../config';
import type { Server } from '../server/server';

/** Shows a start in a notification that can cancel it, where the user wants one; else the status item tells. */
export async function withStartProgress<T>(
  name: string,
  server: Server,
  cancel: vscode.CancellationTokenSource,
  start: () => Promise<T>,
): Promise<T> {
  if (!config.progressInNotification) {
    return await start();
  }

  const options = { location: vscode.ProgressLocation.Notification, title: `Starting ${name}`, cancellable: true };
  return await vscode.window.withProgress(options, async (progress, token) => {
    const subscriptions = vscode.Disposable.from(
      token.onCancellationRequested(() => {
        cancel.cancel();
      }),
      server.onStatus(({ message }) => {
        progress.report({ message });
      }),
    );
    try {
      return await start();
    } finally {
      subscriptions.dispose();
    }
  });
}
