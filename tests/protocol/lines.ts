import type { OutputParams } from '../../extension/src/protocol';
import { Feed } from './feed';

/** The program's output, put together to lines. */
export class Lines {
  readonly #feed = new Feed<string>('line of the program');
  readonly #open = new Map<string, string>();

  push(output: OutputParams): void {
    const stream = `${output.processId} ${output.kind}`;
    const lines = ((this.#open.get(stream) ?? '') + output.text).split(/\r?\n/);
    this.#open.set(stream, lines.pop() ?? '');
    for (const line of lines) {
      this.#feed.push(line);
    }
  }

  end(reason: Error): void {
    this.#feed.end(reason);
  }

  next(fits?: (line: string) => boolean): Promise<string> {
    return this.#feed.next(fits);
  }
}
