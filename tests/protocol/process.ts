import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hangGuard, within } from './guard';

const assembly = path.resolve('artifacts/bin/HotReload.Lsp/release/HotReload.Lsp.dll');

/** A value of the environment that no log may tell. */
const canary = 'canary-of-the-environment';

/** What a server belongs to: the context of a test, or node's own hooks for a whole suite. */
export interface Owner {
  after(hook: () => Promise<void>): void;
}

/** The real server as a process, with its raw streams. */
export class ServerProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #exited: Promise<number>;
  #log = '';

  constructor(owner: Owner, ...args: string[]) {
    // Its builds leave nodes of MSBuild to the next ones, as a developer's do, whatever the machine's environment says.
    const env = { ...process.env, MSBUILDDISABLENODEREUSE: '0', TEST_CANARY_OF_SECRETS: canary };
    this.#child = spawn('dotnet', [assembly, '--stdio', ...args], { env });
    this.#exited = once(this.#child, 'close').then(([code]) => (code as number | null) ?? -1);
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#log += text));
    // A server that has ended takes no more input; that is seen by its exit.
    this.#child.stdin.on('error', () => undefined);
    owner.after(() => this.kill());
  }

  get id(): number {
    return this.#child.pid ?? 0;
  }

  get input(): NodeJS.WritableStream {
    return this.#child.stdin;
  }

  get output(): NodeJS.ReadableStream {
    return this.#child.stdout;
  }

  /** What it wrote to its standard error so far. */
  get log(): string {
    return this.#log;
  }

  /** Its exit code; -1 when a signal ended it. */
  exit(milliseconds = hangGuard): Promise<number> {
    return within(this.#exited, milliseconds, () => `the server's exit. It logged:\n${this.#log}`);
  }

  /** Ends it, if it still runs, without asking. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
    assert(!this.#log.includes(canary), 'The log tells a value of the environment.');
  }
}

/** Waits until there is no such process. The system tells nobody of the end of another's child, so this looks again. */
export async function gone(processId: number, milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(processId)) {
    if (Date.now() > deadline) {
      throw new Error(`The process ${processId} still runs after ${milliseconds} ms.`);
    }

    await pause(20);
  }
}

/** Waits until somebody listens at an address. Whoever does tells nobody, so this tries again. */
export async function listening(url: string, milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await fetch(url).then(Boolean, () => false))) {
    if (Date.now() > deadline) {
      throw new Error(`Nobody listens at ${url} after ${milliseconds} ms.`);
    }

    await pause(20);
  }
}

/** Waits until a process has children, or none. Not on Windows, where nothing lists them. */
export async function children(processId: number, wanted: 'some' | 'none', milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds;
  for (let found = childrenOf(processId); found.length > 0 !== (wanted === 'some'); found = childrenOf(processId)) {
    if (Date.now() > deadline) {
      throw new Error(`After ${milliseconds} ms the children of ${processId} are not ${wanted}: ${found.join(', ')}`);
    }

    await pause(20);
  }
}

function childrenOf(processId: number): string[] {
  const all = spawnSync('ps', ['-A', '-o', 'ppid=,pid=,stat=,args='], { encoding: 'utf8' });
  return all.stdout.split('\n').filter((line) => Number(line.trim().split(/\s+/)[0]) === processId);
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
