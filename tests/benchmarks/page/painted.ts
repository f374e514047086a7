import type { Browser, Page } from 'playwright-core';
import type { Edit } from './edits';
import type { Side } from './side';

/** A page in a window of its own that tells in which frame an element has come to look otherwise. */
export class Painted {
  private constructor(
    private readonly page: Page,
    private readonly seen: Map<string, number>,
    private wake: () => void = () => undefined,
  ) {}

  static async open(browser: Browser, side: Side, { page: path, ready, selector, look }: Edit): Promise<Painted> {
    const page = await (await browser.newContext()).newPage();
    const painted = new Painted(page, new Map());
    await page.exposeFunction('tellPainted', (what: string, when: number) => {
      painted.seen.set(what, when);
      painted.wake();
    });
    // In every document, as a tool may load the page anew.
    await page.addInitScript(watchElement, { selector, look });
    await side.connected(page, () => page.goto(side.url + path));
    if (ready !== undefined) {
      await page.locator(ready).waitFor();
    }

    return painted;
  }

  /** From just before something is done to the first frame that shows it, in milliseconds; null where none does in time. */
  async measure(act: () => void, shown: string, limit: number): Promise<number | null> {
    await this.page.bringToFront();
    this.seen.delete(shown);
    const started = performance.timeOrigin + performance.now();
    act();
    const deadline = Date.now() + limit;
    while (!this.seen.has(shown)) {
      const left = deadline - Date.now();
      if (left <= 0) {
        return null;
      }

      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }

    return (this.seen.get(shown) ?? NaN) - started;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Runs in the page: looks at an element in each frame. */
function watchElement({ selector, look }: { selector: string; look: string }): void {
  const tell = (globalThis as unknown as { tellPainted: (what: string, when: number) => void }).tellPainted;
  let last = '';
  const frame = (): void => {
    const element = document.querySelector(selector);
    const now =
      element === null ? '' : look === 'colour' ? getComputedStyle(element).color : element.textContent.trim();
    if (now !== '' && now !== last) {
      last = now;
      // What this frame shows is laid out and painted right after its callbacks, before the next task runs.
      setTimeout(() => {
        tell(now, performance.timeOrigin + performance.now());
      });
    }

    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
