import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';

/** Pictures for the documents, taken where a test comes past the view; only with HOTRELOAD_PICTURES=1, as they change each time. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.HOTRELOAD_PICTURES === '1') {
    await page.screenshot({ path: path.resolve('docs/images', `${name}.png`) });
  }
}
