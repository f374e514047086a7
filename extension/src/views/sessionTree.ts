import * as vscode from 'vscode';
import type { SessionStore } from '../sessions/store';
import type { Node } from './node';
import { sessionNode } from './nodes';

/** The view "Hot Reload" in Run and Debug. */
export class SessionTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly subscriptions: vscode.Disposable;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly store: SessionStore) {
    const view = vscode.window.createTreeView('hotReload.sessions', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      view,
      store.onDidChange(() => {
        this.changed.fire(undefined);
      }),
    );
  }

  getChildren(node?: Node): Node[] {
    return [...(node?.children() ?? this.store.all.map(sessionNode))];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, collapsible(node));
    item.id = node.id;
    item.description = node.description;
    item.iconPath = new vscode.ThemeIcon(node.icon);
    item.tooltip = node.tooltip;
    item.contextValue = node.kind;
    item.accessibilityInformation = { label: [node.label, node.description, node.tooltip].filter(Boolean).join(', ') };
    if (node.place) {
      item.command = { title: 'Go to', command: 'vscode.open', arguments: openArguments(node.place) };
    }

    return item;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

function collapsible(node: Node): vscode.TreeItemCollapsibleState {
  if (node.kind === 'session') {
    return vscode.TreeItemCollapsibleState.Expanded;
  }

  return node.children().length === 0
    ? vscode.TreeItemCollapsibleState.None
    : vscode.TreeItemCollapsibleState.Collapsed;
}

function openArguments({ file, range: { start } }: NonNullable<Node['place']>): unknown[] {
  return [
    vscode.Uri.file(file),
    { selection: new vscode.Range(start.line, start.character, start.line, start.character) },
  ];
}
