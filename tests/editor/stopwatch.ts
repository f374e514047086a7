import os from 'node:os';
import type { Page } from 'playwright-core';

/** A status text that takes longer does not come. In milliseconds. */
const longest = 1_000;

/** As much of a browser as is needed here. */
interface Browser {
  readonly document: {
    addEventListener(kind: 'keydown', listener: (event: { readonly key: string }) => void, capture: boolean): void;
    getElementById(id: string): object;
  };
  readonly MutationObserver: new (noted: () => void) => { observe(target: object, what: object): void };
  noted: { readonly keys: Record<string, number>; readonly changes: number[] };
}

/**
 * Notes in the page itself when keys are pressed and when our status item changes, so that the way between the test and
 * the browser is not measured. All times are of the system's clock, in milliseconds.
 */
export class Stopwatch {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async start(page: Page): Promise<Stopwatch> {
    await page.evaluate(note, 'hotreload.hotreload-lsp.status');
    return new Stopwatch(page);
  }

  /** When a key was pressed last. */
  async lastKey(key: string): Promise<number> {
    return await this.#page.evaluate((name) => (globalThis as unknown as Browser).noted.keys[name] ?? 0, key);
  }

  /** When the status item changed first after a time; undefined where it had to say the same again, which is no change. */
  async nextText(after: number): Promise<number | undefined> {
    const first = (time: number): number | undefined =>
      (globalThis as unknown as Browser).noted.changes.find((change) => change > time);
    try {
      const found = await this.#page.waitForFunction(first, after, { timeout: longest });
      return await found.jsonValue();
    } catch {
      return undefined;
    }
  }
}

/** Runs in the page. */
function note(item: string): void {
  const browser = globalThis as unknown as Browser;
  const noted: Browser['noted'] = { keys: {}, changes: [] };
  browser.noted = noted;
  browser.document.addEventListener('keydown', ({ key }) => (noted.keys[key] = Date.now()), true);
  const changes = new browser.MutationObserver(() => noted.changes.push(Date.now()));
  changes.observe(browser.document.getElementById(item), { subtree: true, childList: true, characterData: true });
}

/** Median, 95th percentile, how many there are, and how busy the machine was besides. */
export function summary(values: readonly (number | undefined)[]): string {
  const sorted = values.filter((value) => value !== undefined).sort((left, right) => left - right);
  const percentile = (percent: number): number => sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? 0;
  return `p50 ${percentile(50).toFixed(0)} ms, p95 ${percentile(95).toFixed(0)} ms, n ${sorted.length}, at a load of ${os.loadavg()[0]?.toFixed(1)} on ${os.availableParallelism()} cores`;
}
