import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { colourOf, isMarked, mark, startBrowser } from './browser';
import { makeCertificate } from './certificate';
import { Lifetime } from './lifetime';
import { freePort } from './port';
import { Site, swap } from './site';

describe('a program behind https, below a path', () => {
  const life = new Lifetime();
  let browser: Browser;
  let site: Site;
  let page: Page;
  let sockets: string[] = [];

  before(async () => {
    browser = await startBrowser(life);
    const { certificate, key } = await makeCertificate(life);
    const address = `https://127.0.0.1:${await freePort()}`;
    site = await Site.start(life, 'site', 'App/App.csproj', {}, (url) => ({
      ASPNETCORE_URLS: `${url};${address}`,
      Kestrel__Certificates__Default__Path: certificate,
      Kestrel__Certificates__Default__KeyPath: key,
      SITE_BASE: '/shop',
    }));
    page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    sockets = [];
    page.on('websocket', (socket) => sockets.push(socket.url()));
    const connected = site.server.events.next((event) => event.kind === 'pageConnected');
    await page.goto(`${address}/shop/`);
    await connected;
    await page.locator('hotreload-page [data-state="live"]').waitFor();
  });

  test('is connected there', () => {
    assert.match(sockets[0] ?? '', /^wss:\/\/127\.0\.0\.1:\d+\/.*_hotreload\/ws$/);
  });

  test('takes style sheets', async () => {
    await mark(page, '#header');
    await site.save('App/wwwroot/css/site.css', swap('rgb(30, 30, 30)', 'rgb(31, 30, 30)'));
    assert.equal((await site.pages.next()).action, 'style');
    assert.equal(await colourOf(page, '#header'), 'rgb(31, 30, 30)');
    assert.ok(await isMarked(page, '#header'));
  });

  test('is changed in place', async () => {
    await page.fill('#text', 'typed');
    await site.save('App/Views/Books/Index.cshtml', swap('>Books<', '>All books<'));
    assert.equal((await site.pages.next()).action, 'morph');
    assert.equal(await page.textContent('#title'), 'All books');
    assert.equal(await page.inputValue('#text'), 'typed');
    assert.ok(await isMarked(page, '#header'));
  });
});
