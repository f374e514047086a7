import type { Browser, Page } from 'playwright-core';
import path from 'node:path';
import { launchBrowser } from '../../scripts/editor/browser.mjs';
import type { Owner } from '../protocol/process';

/** The browser that was set up; it ends with its owner. */
export async function startBrowser(owner: Owner): Promise<Browser> {
  const browser = await launchBrowser(path.resolve('.'));
  owner.after(() => browser.close());
  return browser;
}

/** What a person sees of an element: its computed colour. */
export function colourOf(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => getComputedStyle(element).color);
}

/** Gives an element a mark that only this very element has, by which it is known again. */
export async function mark(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate((element) => {
    (element as Element & { marked?: boolean }).marked = true;
  });
}

/** Whether an element is still the one that was marked. */
export function isMarked(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => (element as Element & { marked?: boolean }).marked === true);
}
