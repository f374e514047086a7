import type { Locator, Page } from 'playwright-core';

/** The braces beside the language's name in the status bar, which tell of the active file. */
export class LanguageStatus {
  readonly #page: Page;
  readonly #braces: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#braces = page.locator('.statusbar-item[id="status.languageStatus"]');
  }

  /** Waits until our line of the list says this. */
  async shows(text: string): Promise<void> {
    await this.#page.mouse.move(0, 0);
    await this.#braces.hover();
    await this.#page.locator('.hover-language-status', { hasText: text }).waitFor();
  }
}
