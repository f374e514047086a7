import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long what has lost its owner may take to end. In milliseconds. */
const grace = 10_000;

/** The SDK's own: they are everybody's, and outlive a build on purpose. */
const buildServers = ['VBCSCompiler', 'MSBuild.dll', '/nodemode:'];

/** The processes that a scene has started, whoever of them started which: they carry its mark in their environment. */
export class Processes {
  /** A variable of the environment, as it stands there. */
  readonly #mark: string;

  constructor(mark: string) {
    this.#mark = mark;
  }

  /** The ids of those whose command line holds a text. */
  running(commandLine: string): number[] {
    return this.#all().filter((id) => commandLineOf(id).includes(commandLine));
  }

  /** The command lines of those that still run after all had time to end. They are ended then. */
  async orphans(): Promise<string[]> {
    const deadline = Date.now() + grace;
    // The system tells nobody of the end of another's child, so this looks again.
    while (this.#all().length > 0 && Date.now() < deadline) {
      await pause(20);
    }

    return this.#all().map((id) => {
      const commandLine = commandLineOf(id);
      process.kill(id, 'SIGKILL');
      return commandLine;
    });
  }

  #all(): number[] {
    const ids = readdirSync('/proc')
      .map(Number)
      .filter((id) => id > 0 && id !== process.pid);
    return ids.filter((id) => read(id, 'environ').split('\0').includes(this.#mark) && !isBuildServer(id));
  }
}

function isBuildServer(id: number): boolean {
  const commandLine = commandLineOf(id);
  return buildServers.some((name) => commandLine.includes(name));
}

function commandLineOf(id: number): string {
  return read(id, 'cmdline').replaceAll('\0', ' ').trim();
}

function read(id: number, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return ''; // It has ended, or is not ours.
  }
}
