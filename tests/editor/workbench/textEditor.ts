import type { Locator, Page } from 'playwright-core';
import type { Palette } from './palette';

/** The active editor. It is worked with as a person does: by keys. */
export class TextEditor {
  readonly #page: Page;
  readonly #palette: Palette;
  readonly #active: Locator;

  constructor(page: Page, palette: Palette) {
    this.#page = page;
    this.#palette = palette;
    this.#active = page.locator('.editor-group-container.active .editor-instance');
  }

  /** Opens a file by its name, which has to be the only one in the workspace, or by as much of its path as needed. */
  async open(file: string): Promise<void> {
    await this.#palette.openFile(file);
    const name = file.split('/').at(-1) ?? file;
    await this.#page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.#active.locator('.view-line').first().waitFor();
    await this.focus();
  }

  async focus(): Promise<void> {
    await this.#page.keyboard.press('Control+1');
    await this.#active.locator('.monaco-editor.focused').waitFor();
  }

  /** Types over the first place where the old text stands, or deletes it. */
  async replace(old: string, text: string): Promise<void> {
    await this.select(old);
    if (text === '') {
      await this.#page.keyboard.press('Delete');
    } else {
      await this.#page.keyboard.type(text);
    }
  }

  /** Selects the first place where a text stands. */
  async select(text: string): Promise<void> {
    const find = this.#page.locator('.find-widget.visible');
    await this.#page.keyboard.press('Control+Home');
    await this.#page.keyboard.press('Control+f');
    const input = find.locator('.find-part textarea');
    await input.waitFor();
    await input.fill(text);
    await find.locator('.matchesCount', { hasText: /^1 of \d/ }).waitFor();
    await this.#page.keyboard.press('Escape');
    await find.waitFor({ state: 'hidden' });
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+s');
    await this.isSaved();
  }

  async isSaved(): Promise<void> {
    await this.#page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** Goes to the next problem, which is then shown under its line. */
  async goToNextProblem(): Promise<void> {
    await this.#page.keyboard.press('F8');
    await this.#page.locator('.peekview-widget.marker-widget, .marker-widget').first().waitFor();
  }

  /** Chooses from the menu of quick fixes at the cursor. */
  async quickFix(title: string): Promise<void> {
    const fix = await this.openQuickFixes(title);
    await fix.click();
  }

  /**
   * Opens the menu of quick fixes at the cursor, and waits for an entry; the entry. VS Code opens no menu while it still
   * moves the cursor, and drops the one it has when the problems change: who wants it presses the key again.
   */
  async openQuickFixes(title: string): Promise<Locator> {
    const fix = this.#page.locator('.action-widget .monaco-list-row', { hasText: title });
    for (let attempt = 1; ; attempt++) {
      await this.#page.keyboard.press('Control+.');
      try {
        await fix.waitFor({ timeout: 10_000 });
        return fix;
      } catch (error) {
        if (attempt === 5) {
          throw error;
        }

        await this.#page.keyboard.press('Escape');
      }
    }
  }
}
