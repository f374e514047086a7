import * as vscode from 'vscode';
import type { Reload } from '../sessions/session';
import { report } from './report';

const scheme = 'hotreload-report';

/** Shows reports as Markdown previews. */
export class ReportDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? 'This report is of an earlier window.';
  }

  async show(reload: Reload): Promise<void> {
    const { session, id } = reload.result;
    const uri = vscode.Uri.from({ scheme, path: `/${session}/Reload ${id}.md` });
    this.texts.set(uri.path, report(reload));
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }

  dispose(): void {
    this.registration.dispose();
  }
}
