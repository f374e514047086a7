import * as vscode from 'vscode';
import { config, onDidChangeSetting } from '../config';
import type { SessionStore } from '../sessions/store';
import type { LineChange } from './lines';
import { type Mark, type MarkKind, marksOf, withCalls, withEdit, withResult } from './marks';

const hovers: Record<MarkKind, (text: string) => string> = {
  running: (name) => `Hot Reload: the program runs the new ${name}`,
  uncalled: (name) => `Hot Reload: the program has the new ${name}, and has not called it yet`,
  applied: (name) => `Hot Reload: the program has the new ${name}`,
  pending: (name) => `Hot Reload: ${name} is applied when its module is loaded`,
  restart: (reason) => `Hot Reload: needs a restart. ${reason}`,
};

/** Marks beside the members that a session has changed. Each kind has a shape of its own: colour alone says nothing. */
export class Gutter implements vscode.Disposable {
  private readonly types: Record<MarkKind, vscode.TextEditorDecorationType>;
  private readonly subscriptions: vscode.Disposable;
  private marks: readonly Mark[] = [];

  constructor(context: vscode.ExtensionContext, store: SessionStore) {
    const icon = (kind: MarkKind): vscode.TextEditorDecorationType => decoration(context.extensionUri, kind);
    this.types = {
      running: icon('running'),
      uncalled: icon('uncalled'),
      applied: icon('applied'),
      pending: icon('pending'),
      restart: icon('restart'),
    };
    const show = (): void => {
      this.show();
    };
    this.subscriptions = vscode.Disposable.from(
      ...Object.values(this.types),
      store.onDidReload((result) => {
        this.set(withResult(this.marks, result));
      }),
      store.onDidCall((called) => {
        this.set(withCalls(this.marks, called));
      }),
      store.onDidEnd((id) => {
        this.set(this.marks.filter(({ session }) => session !== id));
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // VS Code moves what it shows by itself; this is for editors that show the file later.
        this.marks = withEdit(this.marks, document.uri.fsPath, contentChanges.map(inLines));
      }),
      vscode.window.onDidChangeVisibleTextEditors(show),
      onDidChangeSetting('gutter', show),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private set(marks: readonly Mark[]): void {
    this.marks = marks;
    this.show();
  }

  private show(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const marks = config.gutter ? marksOf(this.marks, editor.document.uri.fsPath) : [];
      for (const [kind, type] of Object.entries(this.types)) {
        editor.setDecorations(
          type,
          marks
            .filter((mark) => mark.kind === kind)
            .map(({ line, text }) => ({
              range: new vscode.Range(line, 0, line, 0),
              hoverMessage: hovers[kind as MarkKind](text),
            })),
        );
      }
    }
  }
}

function decoration(extension: vscode.Uri, kind: MarkKind): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    gutterIconPath: vscode.Uri.joinPath(extension, 'extension', 'media', `${kind}.svg`),
    gutterIconSize: '70%',
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  });
}

function inLines({ range, text }: vscode.TextDocumentContentChangeEvent): LineChange {
  return { start: range.start.line, end: range.end.line, added: text.split('\n').length - 1 };
}
