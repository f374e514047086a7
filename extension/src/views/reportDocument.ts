import * as vscode from 'vscode';
import type { RecoveryEntry } from '../protocol';
import type { Reload } from '../sessions/session';
import { recoveryReport } from './recoveryReport';
import { report } from './report';

const scheme = 'hotreload-report';

/** Shows reports as Markdown previews. */
export class ReportDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? 'This report is of an earlier window.';
  }

  async show(reload: Reload): Promise<void> {
    const { session, id } = reload.result;
    await this.preview(`/${session}/Reload ${id}.md`, report(reload));
  }

  /** What hot reload has mended by itself. */
  async showRecoveries(entries: readonly RecoveryEntry[], nameOf: (session: string) => string): Promise<void> {
    await this.preview('/Recoveries.md', recoveryReport(entries, nameOf));
  }

  dispose(): void {
    vscode.Disposable.from(this.registration, this.changed).dispose();
  }

  private async preview(path: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path });
    this.texts.set(path, text);
    this.changed.fire(uri);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }
}
