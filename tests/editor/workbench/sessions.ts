import type { Locator, Page } from 'playwright-core';
import type { Palette } from './palette';

/** The view "Hot Reload" in Run and Debug. */
export class Sessions {
  readonly #palette: Palette;
  readonly #view: Locator;

  constructor(page: Page, palette: Palette) {
    this.#palette = palette;
    this.#view = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Hot Reload' }) });
  }

  async open(): Promise<void> {
    await this.#palette.run('Hot Reload: Show Timeline');
    await this.#view.locator('.pane-body').waitFor();
  }

  /** Leaves the room of the side bar to this view. */
  async closeOthers(): Promise<void> {
    for (const other of ['Variables', 'Watch', 'Call Stack', 'Breakpoints']) {
      await this.#view.page().locator('.pane-header.expanded', { hasText: other }).click();
    }
  }

  /** Waits for an entry; its text with its description. */
  async shows(text: string | RegExp): Promise<string> {
    const entry = this.entry(text);
    await entry.waitFor();
    return await entry.innerText();
  }

  async expand(text: string | RegExp): Promise<void> {
    await this.entry(text).locator('.monaco-tl-twistie').click();
  }

  async click(text: string | RegExp): Promise<void> {
    await this.entry(text).click();
  }

  /** Presses a button of the text that is shown where there is no session. */
  async press(button: string): Promise<void> {
    await this.#view.getByRole('button', { name: button }).click();
  }

  /** The first entry with this text. */
  entry(text: string | RegExp): Locator {
    return this.#view.locator('.monaco-list-row', { hasText: text }).first();
  }

  async all(): Promise<string[]> {
    return await this.#view.locator('.monaco-list-row').allInnerTexts();
  }
}
