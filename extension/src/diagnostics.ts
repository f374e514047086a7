import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Parts } from './parts';
import { methods } from './protocol';

/** Asks where to, has the server write one file for a bug report, and shows where it is. */
export async function collectDiagnostics({ server }: Pick<Parts, 'server'>): Promise<void> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const target = await vscode.window.showSaveDialog({
    title: 'Hot Reload: Collect Diagnostics',
    defaultUri: vscode.Uri.file(path.join(os.homedir(), `hotreload-diagnostics-${stamp}.zip`)),
    filters: { Zip: ['zip'] },
  });
  if (target) {
    const collected = await server.request(methods.collectDiagnostics, { path: target.fsPath, client: versions() });
    await show(target, collected.entries);
  }
}

function versions(): Record<string, string> {
  const extension = vscode.extensions.getExtension('hotreload.hotreload-lsp');
  const { version = '?' } = (extension?.packageJSON ?? {}) as { version?: string };
  return {
    editor: `${vscode.env.appName} ${vscode.version}`,
    extension: version,
    host: vscode.env.remoteName ?? vscode.env.appHost,
    node: process.version,
  };
}

async function show(file: vscode.Uri, entries: readonly string[]): Promise<void> {
  const message = `Hot Reload: ${entries.length} files are in ${path.basename(file.fsPath)}. Look into it before you send it.`;
  if ((await vscode.window.showInformationMessage(message, 'Show')) === 'Show') {
    await vscode.commands.executeCommand('revealFileInOS', file);
  }
}
