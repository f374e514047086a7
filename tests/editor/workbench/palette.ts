import type { Locator, Page } from 'playwright-core';
import { until } from '../poll';

/** What opens in the middle of the top: the command palette, "Go to File" and the lists that commands ask with. */
export class Palette {
  readonly #page: Page;
  readonly #input: Locator;
  readonly #rows: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#input = page.locator('.quick-input-widget input.input');
    this.#rows = page.locator('.quick-input-list .monaco-list-row');
  }

  /** Runs a command by its title, as the palette shows it. */
  async run(title: string): Promise<void> {
    await this.#open('F1', title);
    await this.#accept(title);
  }

  /** Waits until these are all the commands of a category that the palette offers, in any order. */
  async offers(category: string, titles: readonly string[]): Promise<void> {
    const wanted = titles.map((title) => `${category}: ${title}`).sort();
    await this.#open('F1', `${category}: `);
    let offered: string[] = [];
    const ask = async (): Promise<true | undefined> => {
      const names = await this.#rows.locator('.label-name').allInnerTexts();
      offered = names.filter((name) => name.startsWith(`${category}: `)).sort();
      return offered.join() === wanted.join() ? true : undefined;
    };
    await until(() => `these commands: ${wanted.join()}; there are ${offered.join()}`, ask);
    await this.#page.keyboard.press('Escape');
    await this.#input.waitFor({ state: 'hidden' });
  }

  /** Opens a file by its name, or by as much of its path as tells it from others. */
  async openFile(file: string): Promise<void> {
    await this.#open('Control+p', file);
    await this.#accept(...file.split('/'));
  }

  /** Waits for the list with this title, and picks a row of it. */
  async pick(title: string, row: string): Promise<void> {
    await this.#page.locator('.quick-input-title', { hasText: title }).waitFor();
    await this.#input.pressSequentially(row);
    await this.#accept(row);
  }

  /**
   * Waits for the dialog with this title that asks for a file, and answers it with a path. It reads folders: the one that it comes with,
   * and until it shows that, it may write its own path over what is entered; then the new one, and until it shows what is in there, Enter
   * takes the file that it came with.
   */
  async chooseFile(title: string, file: string, neighbour: string): Promise<void> {
    await this.#page.locator('.quick-input-title', { hasText: title }).waitFor();
    await this.#rows.filter({ hasText: '..' }).first().waitFor();
    await this.#input.fill(file);
    await this.#rows.filter({ hasText: neighbour }).first().waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#input.waitFor({ state: 'hidden' });
  }

  async #open(key: string, text: string): Promise<void> {
    // What takes the focus in that moment closes it again, as the end of a message does.
    const isOpen = async (): Promise<true | undefined> => {
      await this.#page.keyboard.press(key);
      return this.#input.waitFor({ timeout: 5000 }).then(
        () => true,
        () => undefined,
      );
    };
    await until(() => `what ${key} opens`, isOpen);
    await this.#input.pressSequentially(text);
  }

  /** Enter takes the row that has the focus, so that one has to be the right one first: it has all these texts. */
  async #accept(...texts: string[]): Promise<void> {
    const focused = this.#rows.and(this.#page.locator('.focused'));
    await texts.reduce((row, hasText) => row.filter({ hasText }), focused).waitFor();
    await this.#page.keyboard.press('Enter');
  }
}
