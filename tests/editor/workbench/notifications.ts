import type { Locator, Page } from 'playwright-core';

/** The toasts in the lower right corner. */
export class Notifications {
  readonly #toasts: Locator;

  constructor(page: Page) {
    this.#toasts = page.locator('.notifications-toasts .notification-list-item');
  }

  /** Waits for a message; the whole of it. */
  async shows(message: string | RegExp): Promise<string> {
    const toast = this.#toasts.filter({ hasText: message });
    await toast.waitFor();
    return await toast.locator('.notification-list-item-message').innerText();
  }

  /** Presses a button of the message. */
  async press(message: string | RegExp, button: string): Promise<void> {
    const toast = this.#toasts.filter({ hasText: message });
    await toast.getByRole('button', { name: button, exact: true }).click();
    await toast.waitFor({ state: 'detached' });
  }

  async count(): Promise<number> {
    return await this.#toasts.count();
  }
}
