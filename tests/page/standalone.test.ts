import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { methods, type ReloadResult } from '../../extension/src/protocol';
import { colourOf, startBrowser } from './browser';
import { Lifetime } from './lifetime';
import { missingPackages } from './packages';
import { Site, swap } from './site';

const project = 'Standalone.csproj';

describe('a program that runs in the browser alone', { skip: missingPackages('blazor-standalone', project) }, () => {
  const life = new Lifetime();
  let site: Site;
  let page: Page;

  before(async () => {
    const browser = await startBrowser(life);
    site = await Site.start(life, 'blazor-standalone', project);
    page = await browser.newPage();
    await site.open(page, '/');
    await page.click('#more');
  });

  test('takes changes and keeps its state', async () => {
    await apply(
      'App.razor',
      swap('_count += 1;', '_count += Step(10);'),
      swap('int _count;', 'int _count;\n    int Step(int by) => 2 * by;'),
    );
    assert.equal((await site.pages.next()).action, 'interactive');
    await page.click('#more');
    await page.locator('#count').getByText('21').waitFor();
    await apply('App.razor', swap('>Counter</h1>', '>Count</h1>'));
    await page.locator('#title').getByText('Count', { exact: true }).waitFor();
    assert.equal(await page.textContent('#count'), '21');
  });

  test('takes style sheets', async () => {
    await apply('wwwroot/app.css', swap('rgb(10, 20, 30)', 'rgb(11, 20, 30)'));
    assert.equal((await site.pages.next(({ action }) => action === 'style')).nodes, 1);
    assert.equal(await colourOf(page, '#title'), 'rgb(11, 20, 30)');
    assert.equal(await page.textContent('#count'), '21');
  });

  test('is built by a restart, and loaded by its page', async () => {
    const refused = await site.save('App.razor', swap('int _count;', 'long _count;'));
    assert.equal(refused.outcome, 'restartRequired', refused.message);
    const restarted = await site.server.request<ReloadResult>(methods.restart, {});
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    assert.equal((await site.pages.next(({ action }) => action === 'reload')).path, '/');
    await page.locator('#count').getByText('0').waitFor();
    await page.click('#more');
    await page.locator('#count').getByText('20').waitFor();
    assert.equal(await page.textContent('#title'), 'Count');
  });

  async function apply(file: string, ...changes: ((text: string) => string)[]): Promise<void> {
    const result = await site.save(file, (text) => changes.reduce((changed, change) => change(changed), text));
    assert.equal(result.outcome, 'applied', result.message);
    assert.ok(!result.message.includes('not loaded'), result.message);
  }
});
