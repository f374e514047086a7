import type { Locator, Page } from 'playwright-core';

/** The integrated terminal that is shown. */
export class Terminal {
  readonly #page: Page;
  readonly #screen: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#screen = page.locator('.terminal-wrapper.active .xterm');
  }

  /** Waits for a text on the screen. */
  async shows(text: string): Promise<void> {
    await this.#screen.locator('.xterm-rows', { hasText: text }).waitFor();
  }

  /** What stands on the screen. */
  async text(): Promise<string> {
    const rows = await this.#screen.locator('.xterm-rows > div').allInnerTexts();
    return rows.map((row) => row.replaceAll('\u00a0', ' ').trimEnd()).join('\n');
  }

  async type(text: string): Promise<void> {
    await this.#screen.click();
    await this.#page.keyboard.type(text);
  }
}
