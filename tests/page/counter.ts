import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { isMarked, mark } from './browser';

/** Uses the counter of a page: it counts to two, and greets whoever is typed. */
export async function useCounter(page: Page): Promise<void> {
  await page.click('#more');
  await page.click('#more');
  await page.locator('#count').getByText('2').waitFor();
  await page.fill('#name', 'Ada');
  await mark(page, '#name');
}

/** All of that is as it was. */
export async function isAsUsed(page: Page): Promise<void> {
  assert.equal(await page.textContent('#count'), '2');
  assert.equal(await page.inputValue('#name'), 'Ada');
  assert.equal(await page.textContent('#greeting'), 'Hello, Ada');
  assert.ok(await isMarked(page, '#name'));
}
