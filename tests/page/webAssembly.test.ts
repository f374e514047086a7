import assert from 'node:assert/strict';
import http from 'node:http';
import { before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { methods, type ReloadResult } from '../../extension/src/protocol';
import { startBrowser } from './browser';
import { isAsUsed, useCounter } from './counter';
import { Lifetime } from './lifetime';
import { missingPackages } from './packages';
import { Site, swap } from './site';

const project = 'Server/Server.csproj';
const counter = 'Client/Counter.razor';

describe('components that run in the browser', { skip: missingPackages('blazor-browser', project) }, () => {
  const life = new Lifetime();
  let site: Site;
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await startBrowser(life);
    site = await Site.start(life, 'blazor-browser', project);
    page = await open();
  });

  test('render their markup anew and keep their state', async () => {
    await useCounter(page);
    await apply(swap('>Counter</h1>', '>Count</h1>'));
    await page.locator('#title').getByText('Count', { exact: true }).waitFor();
    const report = await site.pages.next();
    assert.deepEqual([report.action, report.message], ['interactive', 'What runs in the browser has the change.']);
    await isAsUsed(page);
  });

  test('run their new code', async () => {
    await apply(swap('_count += 1;', '_count += 10;'));
    await page.click('#more');
    await page.locator('#count').getByText('12').waitFor();
  });

  test('take methods, types, lambdas and elements more', async () => {
    await apply((text) =>
      text
        .replace('_count += 10;', '_count += Steps.Of(() => 20);')
        .replace(
          '    void More()',
          '    static class Steps { public static int Of(Func<int> step) => step(); }\n\n    void More()',
        )
        .replace('@_count</span></p>', '@_count</span> <b id="unit">@Unit()</b></p>')
        .replace('    int _count;', '    string Unit() => _count > 1 ? "clicks" : "click";\n    int _count;'),
    );
    await page.locator('#unit').getByText('clicks').waitFor();
    await page.click('#more');
    await page.locator('#count').getByText('32').waitFor();
    assert.equal(await page.textContent('#greeting'), 'Hello, Ada');
  });

  test('have all changes in a page that is opened later', async () => {
    const later = await open();
    await later.locator('#title').getByText('Count', { exact: true }).waitFor();
    await later.click('#more');
    await later.locator('#count').getByText('20').waitFor();

    // Both pages get what comes after.
    await apply(swap('>Count</h1>', '>Sum</h1>'));
    await later.locator('#title').getByText('Sum').waitFor();
    await page.locator('#title').getByText('Sum').waitFor();
    assert.equal(await page.textContent('#count'), '32');
    await later.close();
  });

  test('get a change that comes between their question and their start', async () => {
    const late = await browser.newPage();
    const asked = new Promise<() => Promise<void>>((resolve) => {
      void late.route('**/_framework/blazor-hotreload', async (route) => {
        const response = await route.fetch();
        resolve(() => route.fulfill({ response }));
      });
    });
    await site.open(late, '/');
    const answer = await asked;
    await apply(swap('>Sum</h1>', '>Late sum</h1>'));
    await answer();
    await runs(late);
    await late.locator('#title').getByText('Late sum').waitFor();
    await apply(swap('>Late sum</h1>', '>Sum</h1>'));
    await late.locator('#title').getByText('Sum', { exact: true }).waitFor();
    await late.close();
  });

  test('are told of to nobody else', async () => {
    const address = `${site.url}/_framework/blazor-hotreload`;
    assert.equal(((await (await fetch(address)).json()) as unknown[]).length, 6);
    assert.equal((await fetch(address, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status, 403);
    assert.equal(await statusFor(address, 'evil.example'), 403);
  });

  test('are built by a restart, and the page is loaded with them', async () => {
    const refused = await site.save(counter, swap('int _count;', 'long _count;'));
    assert.equal(refused.outcome, 'restartRequired', refused.message);
    const restarted = await site.server.request<ReloadResult>(methods.restart, {});
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    assert.equal((await site.pages.next(({ action }) => action === 'reload')).path, '/');
    await runs(page);
    await page.locator('#title').getByText('Sum').waitFor();
    await page.click('#more');
    await page.locator('#count').getByText('20').waitFor();
    await apply(swap('>Sum</h1>', '>Total</h1>'));
    await page.locator('#title').getByText('Total').waitFor();
    assert.equal(await page.textContent('#count'), '20');
  });

  async function open(): Promise<Page> {
    const opened = await browser.newPage();
    await site.open(opened, '/');
    await runs(opened);
    return opened;
  }

  /** Waits until the page's code runs in it. */
  async function runs(opened: Page): Promise<void> {
    await opened.locator('#where').getByText('WebAssembly').waitFor();
  }

  async function apply(change: (text: string) => string): Promise<void> {
    const result = await site.save(counter, change);
    assert.equal(result.outcome, 'applied', result.message);
  }
});

/** What a request by another name of the program is answered with. */
function statusFor(address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http
      .get(address, { headers: { Host: host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
      .on('error', reject);
  });
}
