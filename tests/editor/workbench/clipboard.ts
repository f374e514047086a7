import type { Page } from 'playwright-core';
import { until } from '../poll';

interface Browser {
  readonly navigator: { clipboard: { readText(): Promise<string>; writeText(text: string): Promise<void> } };
}

/** What was copied last. */
export class Clipboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async write(text: string): Promise<void> {
    await this.#page.evaluate(
      (written) => (globalThis as unknown as Browser).navigator.clipboard.writeText(written),
      text,
    );
  }

  /** Waits until there is a text; the text. */
  async filled(): Promise<string> {
    const read = (): Promise<string> => (globalThis as unknown as Browser).navigator.clipboard.readText();
    return await until(
      () => 'a text in the clipboard',
      async () => (await this.#page.evaluate(read)) || undefined,
    );
  }
}
