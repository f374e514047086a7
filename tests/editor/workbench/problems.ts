import type { Locator, Page } from 'playwright-core';
import type { Palette } from './palette';

/** The Problems panel. */
export class Problems {
  readonly #palette: Palette;
  readonly #panel: Locator;

  constructor(page: Page, palette: Palette) {
    this.#palette = palette;
    this.#panel = page.locator('.markers-panel');
  }

  /** Opens it, and waits for the focus to come there: it comes late, and would take the keys of what follows. */
  async open(): Promise<void> {
    await this.#palette.run('Problems: Focus on Problems View');
    await this.#panel.waitFor();
    await this.#panel
      .page()
      .locator('.markers-panel :focus, .markers-panel:focus, .viewpane-filter :focus')
      .first()
      .waitFor();
  }

  /** Waits for an entry; its text. */
  async shows(text: string | RegExp): Promise<string> {
    const entry = this.#entries.filter({ hasText: text }).first();
    await entry.waitFor();
    return await entry.innerText();
  }

  /** Goes to an entry's place in the editor. The panel has the keys until then, and knows `Ctrl+.` as another command. */
  async goTo(text: string | RegExp): Promise<void> {
    const page = this.#panel.page();
    await this.#entries.filter({ hasText: text }).first().dblclick();
    await page.locator('.markers-panel :focus').waitFor({ state: 'detached' });
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  async isEmpty(): Promise<void> {
    await this.#panel.getByText('No problems have been detected').waitFor();
  }

  async all(): Promise<string[]> {
    return await this.#entries.allInnerTexts();
  }

  get #entries(): Locator {
    return this.#panel.locator('.monaco-list-row').filter({ has: this.#panel.page().locator('.marker-message-line') });
  }
}
