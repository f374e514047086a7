import * as vscode from 'vscode';
import type { StateDocument } from '../protocol';

const scheme = 'hotreload-state';

/** Shows what programs have marked, as JSON that can be read and not written. */
export class StateDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? '"This state is of an earlier window."';
  }

  /** Opens the state of a session, or shows what it is now where it is open. */
  async show(session: string, { json }: StateDocument): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${session}/State.json` });
    this.texts.set(uri.path, json);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, 'json'));
  }

  dispose(): void {
    vscode.Disposable.from(this.registration, this.changed).dispose();
  }
}
