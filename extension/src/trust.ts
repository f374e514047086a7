import * as vscode from 'vscode';

/** Runs `trusted` now or as soon as the user trusts the workspace; until then the status bar says why nothing runs. */
export function watchTrust(context: vscode.ExtensionContext, trusted: () => void): void {
  if (vscode.workspace.isTrusted) {
    trusted();
    return;
  }

  const item = vscode.window.createStatusBarItem('untrusted', vscode.StatusBarAlignment.Left);
  item.name = 'Hot Reload';
  item.text = '$(workspace-untrusted) Hot Reload: not trusted';
  item.tooltip = 'Hot reload builds and runs the code of this workspace, which is not trusted. Nothing was started.';
  item.accessibilityInformation = { label: `Hot Reload is off. ${item.tooltip}`, role: 'button' };
  item.command = 'workbench.trust.manage';
  item.show();
  context.subscriptions.push(
    item,
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      item.dispose();
      trusted();
    }),
  );
}
