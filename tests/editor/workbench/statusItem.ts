import type { Locator, Page } from 'playwright-core';
import { watchedTexts, watchTexts } from './watching';

/** An item of the status bar, which also remembers what it showed while nobody looked. */
export class StatusItem {
  readonly #page: Page;
  readonly #item: Locator;
  readonly #id: string;

  constructor(page: Page, id: string) {
    this.#page = page;
    this.#id = `hotreload.hotreload-lsp.${id}`;
    this.#item = page.locator(`.statusbar-item[id="${this.#id}"]`);
  }

  async text(): Promise<string> {
    return (await this.#item.innerText()).trim();
  }

  /** Waits for a text; the text. */
  async shows(text: string | RegExp): Promise<string> {
    const whole = typeof text === 'string' ? new RegExp(`^\\s*${text}\\s*$`) : text;
    await this.#item.filter({ hasText: whole }).waitFor();
    return await this.text();
  }

  async isShown(): Promise<void> {
    await this.#item.waitFor();
  }

  async isGone(): Promise<void> {
    await this.#item.waitFor({ state: 'detached' });
  }

  async click(): Promise<void> {
    await this.#item.click();
  }

  /** Waits until the tooltip says this; the mouse stays there. */
  async tooltipShows(text: string | RegExp): Promise<void> {
    await this.#page.mouse.move(0, 0);
    await this.#item.hover();
    await this.#page.locator('.monaco-hover .hover-contents', { hasText: text }).waitFor();
  }

  /** `warning` or `error` where the item stands out. */
  async kind(): Promise<string | undefined> {
    const classes = (await this.#item.getAttribute('class')) ?? '';
    return /\b(warning|error)-kind\b/.exec(classes)?.[1];
  }

  /** Notes from now on each text that the item shows; what has come so far is told by `seen`. */
  async watch(): Promise<void> {
    await this.#page.evaluate(watchTexts, this.#id);
  }

  /** The texts since `watch`, each once where it stood still. */
  async seen(): Promise<string[]> {
    return await this.#page.evaluate(watchedTexts, this.#id);
  }
}
