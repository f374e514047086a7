import { existsSync } from 'node:fs';
import process from 'node:process';
import * as vscode from 'vscode';
import type { RunInTerminalParams } from '../protocol';

/** Ctrl+C is for the program; the shell around it lives on to keep what the program wrote on the screen. */
const keepOpen =
  'trap : INT; "$@"; code=$?; printf "\\r\\n\\033[2mThe program ended with exit code %s. Press Enter to close.\\033[0m" "$code"; read -r _';

/**
 * Runs programs in terminals. The command line is started directly and never typed into a shell: its environment holds
 * the agent's secret, which would then be on the screen and in the shell's history.
 */
export class Terminals implements vscode.Disposable {
  private readonly bySession = new Map<string, vscode.Terminal>();

  /** Completes when the program's process has been started, which on a busy machine is long after the terminal was asked for. */
  async run(params: RunInTerminalParams, token: vscode.CancellationToken): Promise<void> {
    this.bySession.get(params.session)?.dispose();
    const [shellPath, shellArgs] = commandLine(params, process.platform);
    const terminal = vscode.window.createTerminal({
      name: params.title,
      iconPath: new vscode.ThemeIcon('flame'),
      shellPath,
      shellArgs,
      cwd: params.workingDirectory,
      env: { ...params.environment },
      isTransient: true,
    });
    this.bySession.set(params.session, terminal);
    terminal.show(true);
    // Who gives up has told the user that the program was not started.
    const givenUp = token.onCancellationRequested(() => {
      terminal.dispose();
    });
    try {
      await terminal.processId;
    } finally {
      givenUp.dispose();
    }
  }

  dispose(): void {
    for (const terminal of this.bySession.values()) {
      terminal.dispose();
    }
  }
}

/**
 * What to start in the terminal, so that the program's last words stay readable where the system has a shell for that.
 * Bash where it is, because other shells drop variables whose names they could not set themselves, and names like
 * Logging__LogLevel__Microsoft.AspNetCore are common in launch profiles.
 */
export function commandLine(
  { command, args }: Pick<RunInTerminalParams, 'command' | 'args'>,
  platform: NodeJS.Platform,
): [string, string[]] {
  const shell = ['/bin/bash', '/usr/bin/bash'].find(existsSync) ?? '/bin/sh';
  return platform === 'win32' ? [command, [...args]] : [shell, ['-c', keepOpen, 'sh', command, ...args]];
}
