import { after } from 'node:test';
import type { Owner } from '../protocol/process';

/** A suite as the owner of what its `before` starts: node would end that with the hook itself. To be made in the suite's body. */
export class Lifetime implements Owner {
  readonly #hooks: (() => Promise<void>)[] = [];

  constructor() {
    after(async () => {
      for (const hook of this.#hooks.reverse()) {
        await hook();
      }
    });
  }

  after(hook: () => Promise<void>): void {
    this.#hooks.push(hook);
  }
}
