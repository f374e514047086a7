import type { Locator, Page } from 'playwright-core';

/** What VS Code shows while a program of Run and Debug runs. */
export class DebugTools {
  readonly #page: Page;
  readonly #toolbar: Locator;
  readonly #console: Locator;
  readonly #configuration: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#toolbar = page.locator('.debug-toolbar');
    this.#console = page.locator('.repl');
    this.#configuration = page.locator('[id="status.debug"]');
  }

  /** Waits until F5 starts a configuration: VS Code notices a launch.json some time after it was written. */
  async isConfigured(name: string): Promise<void> {
    await this.#configuration.filter({ hasText: name }).waitFor();
  }

  /** Presses a button of the toolbar that floats above the editor. */
  async press(button: 'Stop' | 'Restart'): Promise<void> {
    await this.#toolbar.getByRole('button', { name: button }).click();
  }

  async isActive(): Promise<void> {
    await this.#toolbar.waitFor();
  }

  async isOver(): Promise<void> {
    await this.#toolbar.waitFor({ state: 'hidden' });
  }

  /** Waits for a text in the Debug Console. */
  async consoleShows(text: string | RegExp): Promise<void> {
    await this.#console.locator('.monaco-list-row', { hasText: text }).first().waitFor();
  }

  /** Enters a line in the Debug Console. */
  async enter(line: string): Promise<void> {
    await this.#console.locator('.repl-input-wrapper .monaco-editor').click();
    await this.#page.keyboard.type(line);
    await this.#page.keyboard.press('Enter');
  }
}
