import type { Locator, Page } from 'playwright-core';
import { until } from '../poll';

/** As much of an element of the page as is needed here. */
interface Element {
  readonly innerText: string;
  getBoundingClientRect(): { readonly top: number };
}

interface Browser {
  getComputedStyle(element: Element): { readonly backgroundImage: string };
}

/** The kind of each mark by the number of its line. */
export type MarkedLines = Record<number, string>;

/** The signs beside the lines of the active editor. */
export class Marks {
  readonly #glyphs: Locator;
  readonly #numbers: Locator;

  constructor(page: Page) {
    const editor = page.locator('.editor-group-container.active .editor-instance .margin');
    this.#glyphs = editor.locator('.cgmr');
    this.#numbers = editor.locator('.line-numbers');
  }

  /** Waits until these are the marks. */
  async show(wanted: MarkedLines): Promise<void> {
    let shown: MarkedLines = {};
    const ask = async (): Promise<true | undefined> => {
      shown = await this.#read();
      return JSON.stringify(shown) === JSON.stringify(wanted) ? true : undefined;
    };
    await until(() => `the marks ${JSON.stringify(wanted)}; there are ${JSON.stringify(shown)}`, ask);
  }

  async #read(): Promise<MarkedLines> {
    const lines = await this.#numbers.evaluateAll((elements) =>
      (elements as unknown as Element[]).map((element) => ({
        line: Number(element.innerText),
        top: element.getBoundingClientRect().top,
      })),
    );
    const glyphs = await this.#glyphs.evaluateAll((elements) =>
      (elements as unknown as Element[]).map((element) => ({
        image: (globalThis as unknown as Browser).getComputedStyle(element).backgroundImage,
        top: element.getBoundingClientRect().top,
      })),
    );
    // The page may have changed between the two looks: what fits nothing is looked at again.
    return Object.fromEntries(
      glyphs.map(({ image, top }) => [
        lines.find((line) => Math.abs(line.top - top) < 1)?.line ?? 0,
        /media%2F(\w+)\.svg/.exec(image)?.[1] ?? 'none',
      ]),
    );
  }
}
