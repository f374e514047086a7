import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Executable } from 'vscode-languageclient/node';
import { config } from '../config';
import { findDotnet } from './dotnet';

/** The server can't be started; the message is for the user. */
export class ServerProblem extends Error {}

/** How to start the server: the one in the extension's folder, or the one that the user has named. */
export function serverExecutable(extensionPath: string): Executable {
  const server = config.serverPath || path.join(extensionPath, 'dist', 'server', 'HotReload.Lsp.dll');
  if (!existsSync(server)) {
    const advice = config.serverPath ? 'Correct or clear the setting hotReload.server.path.' : 'Install the extension anew.';
    throw new ServerProblem(`There is no server at ${server}. ${advice}`);
  }

  const args = ['--stdio', ...config.serverArgs];
  const options = { cwd: path.dirname(server), env: withoutEditor(process.env) };
  return server.endsWith('.dll')
    ? { command: dotnet(), args: [server, ...args], options }
    : { command: server, args, options };
}

function dotnet(): string {
  const found = findDotnet({ platform: process.platform, env: process.env, exists: existsSync });
  if (found === undefined) {
    throw new ServerProblem(
      'The .NET SDK 10 or later was not found: not by DOTNET_ROOT, not on the PATH, not where it is usually installed. ' +
        'Install it from https://dotnet.microsoft.com/download and run "Hot Reload: Restart Server".',
    );
  }

  return found;
}

/**
 * Our environment without what the editor sets for its own processes: that must not reach the user's program through the
 * server. The language client adds nothing to what it is given here.
 */
function withoutEditor(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(ELECTRON_|VSCODE_|NODE_OPTIONS$)/.test(name)),
  );
}
