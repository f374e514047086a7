import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { methods, type ReloadResult } from '../../extension/src/protocol';
import { isMarked, mark, startBrowser } from './browser';
import { isAsUsed, useCounter } from './counter';
import { Lifetime } from './lifetime';
import { missingPackages } from './packages';
import { Site, swap } from './site';

const counter = 'Components/Counter.razor';

describe('components in a circuit', { skip: missingPackages('blazor-circuits', 'Circuits.csproj') }, () => {
  const life = new Lifetime();
  let site: Site;
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await startBrowser(life);
    site = await Site.start(life, 'blazor-circuits', 'Circuits.csproj');
    page = await browser.newPage();
    await site.open(page, '/');
    await page.getByText('interactive').waitFor();
  });

  test('render their markup anew and keep their state', async () => {
    await useCounter(page);
    await apply(swap('>Counter</h1>', '>Count</h1>'));
    await page.locator('#title').getByText('Count', { exact: true }).waitFor();
    assert.equal((await site.pages.next((item) => item.path === '/')).action, 'interactive');
    await isAsUsed(page);
  });

  test('run their new code', async () => {
    await apply(swap('_count += 1;', '_count += 10;'));
    await page.click('#more');
    await page.locator('#count').getByText('12').waitFor();
    assert.ok(await isMarked(page, '#name'));
  });

  test('take a field and an element more', async () => {
    await apply((text) =>
      text
        .replace('int _count;', 'int _count;\n    string _unit = "clicks";')
        .replace('@_count</span></p>', '@_count</span> <b id="unit">@(_unit ?? "none")</b></p>'),
    );
    await page.locator('#unit').waitFor();
    assert.equal(await page.textContent('#count'), '12');
  });

  test('take the new value of a constant, and keep their state', async () => {
    await apply((text) =>
      text
        .replace('int _count;', 'const int Step = 2;\n    const string Word = "by";\n    int _count;')
        .replace('<b id="unit">', '<i id="step">@Word @Step, @(Step + 1)</i> <b id="unit">'),
    );
    await page.locator('#step').getByText('by 2, 3').waitFor();
    const result = await apply((text) => text.replace('Step = 2', 'Step = 7').replace('"by"', '"in steps of"'));
    assert.deepEqual(
      result.diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.file?.endsWith('Counter.razor')]),
      [
        ['HR1017', true],
        ['HR1017', true],
      ],
    );
    await page.locator('#step').getByText('in steps of 7, 8').waitFor();
    assert.equal(await page.textContent('#count'), '12');
  });

  test('stay as they are where the page around them changes', async () => {
    const mixed = await browser.newPage();
    await site.open(mixed, '/mixed');
    await mixed.locator('#island[data-interactive]').waitFor();
    await mixed.click('#more');
    await mixed.click('#more');
    await mixed.locator('#count').getByText('2').waitFor();
    await mixed.fill('#text', 'typed');
    await mark(mixed, '#text');
    await mark(mixed, '#island');
    await apply(swap('>Mixed</h1>', '>More mixed</h1>'), 'Components/Mixed.razor');
    const report = await site.pages.next((item) => item.path === '/mixed');
    assert.equal(report.action, 'morph', report.message);
    await mixed.locator('#title').getByText('More mixed').waitFor();
    assert.equal(await mixed.textContent('#count'), '2');
    assert.equal(await mixed.inputValue('#text'), 'typed');
    assert.ok(await isMarked(mixed, '#text'));
    assert.ok(await isMarked(mixed, '#island'));
    await mixed.click('#more');
    await mixed.locator('#count').getByText('3').waitFor();
    await mixed.close();
  });

  test('go, and come, without a load, and the page is told what it is then', async () => {
    const tab = await browser.newPage();
    await site.open(tab, '/mixed');
    await tab.evaluate(() => {
      Object.assign(document, { isSame: true });
    });
    const connected = site.server.events.next(
      (event) => event.kind === 'pageConnected' && event.message.startsWith('/streamed'),
    );
    await tab.click('#away');
    await tab.locator('#arrived').waitFor();
    assert.equal(await tab.evaluate(() => 'isSame' in document), true);
    await connected;
    await tab.locator('hotreload-page [data-state="live"]').waitFor();
    const result = await apply(swap('>Streamed</h1>', '>Streamed it is</h1>'), 'Components/Streamed.razor');
    assert.equal(result.page.told, 1);
    await site.pages.next((item) => item.path === '/streamed');
    await tab.locator('#title').getByText('Streamed it is').waitFor();
    await apply(swap('arrived: @_text', 'it came: @_text'), 'Components/Streamed.razor');
    await site.pages.next((item) => item.path === '/streamed');
    await tab.locator('#arrived').getByText('it came: all of it').waitFor();
    assert.equal(await tab.evaluate(() => 'isSame' in document), true);
    await tab.close();
  });

  test('may be half way to a browser when a change comes, which the program outlives', async () => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      while (!isOver) {
        await (await fetch(`${site.url}/streamed`)).text();
      }
    };
    const asking = Array.from({ length: 6 }, ask);
    for (let i = 0; i < 12; i++) {
      await apply((text) => text.replace(/title">[^<]*</, `title">Streamed ${i}<`), 'Components/Streamed.razor');
    }

    isOver = true;
    await Promise.all(asking);
  });

  test('begin anew after a restart, in a page that is what it was', async () => {
    const refused = await site.save(counter, swap('int _count;', 'long _count;'));
    assert.equal(refused.outcome, 'restartRequired', refused.message);
    const restarted = await site.server.request<ReloadResult>(methods.restart, {});
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    const report = await site.pages.next((item) => item.path === '/');
    assert.equal(report.action, 'reload', report.message);
    await page.getByText('interactive').waitFor();
    await page.locator('#count').getByText('0').waitFor();
    await page.click('#more');
    await page.locator('#count').getByText('10').waitFor();
  });

  async function apply(change: (text: string) => string, file = counter): Promise<ReloadResult> {
    const result = await site.save(file, change);
    assert.equal(result.outcome, 'applied', result.message);
    return result;
  }
});
