import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../../page/port';
import { listening, type Owner } from '../../protocol/process';
import { Workspace } from '../../protocol/workspace';
import type { Program } from './program';
import type { Side } from './side';

/** A build and a start on a slow machine. In milliseconds. */
const startLimit = 180_000;

/** The SDK's own dotnet watch, with its browser refresh. It opens no browser: ours is there. */
export async function watchSide(owner: Owner, { fixture, project, prepare }: Program): Promise<Side> {
  const workspace = Workspace.fixture(fixture);
  prepare(workspace);
  const url = `http://127.0.0.1:${await freePort()}`;
  const args = ['watch', '--non-interactive', '--project', workspace.path(project), 'run', '--no-launch-profile'];
  const child = spawn('dotnet', args, {
    cwd: path.dirname(workspace.path(project)),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ASPNETCORE_URLS: url,
      ASPNETCORE_ENVIRONMENT: 'Development',
      DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER: '1',
      DOTNET_WATCH_SUPPRESS_EMOJIS: '1',
      DOTNET_WATCH_RESTART_ON_RUDE_EDIT: '1',
    },
  });
  const exited = once(child, 'close');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }

  owner.after(async () => {
    // Its whole group: the program is a process of its own.
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await exited;
  });
  await listening(url, startLimit).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${output}`);
  });

  // It reads no editor: what is typed is nothing to it.
  const typed = new Map<string, string>();
  return {
    name: 'watch',
    url,
    type: (file, change) => {
      typed.set(file, change(workspace.read(file)));
    },
    save: (file) => {
      workspace.write(file, typed.get(file) ?? '');
    },
    connected: async (page, open) => {
      const socket = page.waitForEvent('websocket', { timeout: startLimit });
      await open();
      // The refresh script has loaded and its connection has come about; without it no page would be told of anything.
      await socket;
      await page.waitForFunction(() => document.querySelector('script[src*="aspnetcore-browser-refresh"]') !== null);
    },
  };
}
