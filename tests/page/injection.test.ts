import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser';
import { Lifetime } from './lifetime';
import { Site, swap } from './site';

const tag =
  /<script src="[^"]*_hotreload\/page\.js\?v=[0-9A-F]+" data-hotreload="[0-9A-F]+" data-token="[0-9a-f]+"[^>]*><\/script>/;

describe('the script gets into', () => {
  const life = new Lifetime();
  let site: Site;
  let browser: Browser;

  before(async () => {
    browser = await startBrowser(life);
    site = await Site.start(life, 'site', 'App/App.csproj');
  });

  const ask = (
    path: string,
    headers: Record<string, string> = { 'Sec-Fetch-Dest': 'document' },
    method = 'GET',
  ): Promise<Response> => fetch(site.url + path, { headers, method });
  const text = async (path: string, headers?: Record<string, string>): Promise<string> =>
    (await ask(path, headers)).text();

  test('the start of a head', async () => {
    const page = await text('/');
    assert.match(page, /<head><script src="\.\/_hotreload/);
    assert.equal(page.match(new RegExp(tag, 'g'))?.length, 1);
  });

  test('a page deep below the root, by a way that proxies keep', async () => {
    assert.match(await text('/Books/About'), /<script src="\.\.\/_hotreload/);
    const page = await browser.newPage();
    await site.open(page, '/weather/today');
    await page.close();
  });

  test('a page that has no head', async () => {
    assert.match(await text('/plain'), /^<!doctype html><script src="\.\/_hotreload/);
  });

  test('a page with a nonce', async () => {
    assert.match(await text('/policy'), /<script [^>]*nonce="abc123"><\/script>/);
    const page = await browser.newPage();
    await site.open(page, '/policy');
    assert.equal(await page.locator('hotreload-page .indicator').getAttribute('data-state'), 'live');
    await site.save('App/Texts.cs', swap('plain text', 'another text'));
    assert.equal((await site.pages.next()).action, 'morph');
    assert.equal(await page.textContent('#policy'), 'another text');
    await page.close();
  });

  test('no page whose policy forbids it, which is told', async () => {
    const told = site.server.events.next(
      (event) => event.kind === 'warning' && event.message.includes("script-src 'none'"),
    );
    assert.doesNotMatch(await text('/closed'), tag);
    assert.match((await told).message, /\/closed has a Content-Security-Policy/);
  });

  test('a page in two bytes a letter', async () => {
    const bytes = await (await ask('/wide')).arrayBuffer();
    const page = new TextDecoder('utf-16le').decode(bytes);
    assert.match(page, tag);
    assert.match(page, /größer/);
    const shown = await browser.newPage();
    await site.open(shown, '/wide');
    assert.equal(await shown.textContent('#wide'), 'größer');
    await shown.close();
  });

  test('a page that comes in pieces, as they come', async () => {
    const answer = await ask('/stream');
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    let seen = '';
    while (!seen.includes('id=first')) {
      seen += new TextDecoder().decode((await reader.read()).value);
    }

    // The rest is not even written yet.
    assert.match(seen, tag);
    await ask('/open');
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      seen += new TextDecoder().decode(part.value);
    }

    assert.match(seen, /id=last>last<\/p><\/body><\/html>$/);
  });

  test('a page that the program compresses', async () => {
    const answer = await ask('/packed', { 'Sec-Fetch-Dest': 'document', 'Accept-Encoding': 'gzip' });
    assert.equal(answer.headers.get('Content-Encoding'), null);
    assert.match(await answer.text(), tag);
  });

  test('a page that compression would be asked for', async () => {
    const answer = await ask('/', { 'Sec-Fetch-Dest': 'document', 'Accept-Encoding': 'gzip, br' });
    assert.match(await answer.text(), tag);
  });

  test('a static page', async () => {
    assert.match(await text('/static.html'), tag);
  });

  test('no piece of a page, no data, no answer without a body', async () => {
    assert.doesNotMatch(await text('/piece', { Accept: 'text/html' }), tag);
    assert.doesNotMatch(await text('/css/site.css'), tag);
    assert.equal((await ask('/empty')).status, 204);
    assert.equal(await (await ask('/', { 'Sec-Fetch-Dest': 'document' }, 'HEAD')).text(), '');
  });

  test('no page that a script asks for', async () => {
    assert.doesNotMatch(await text('/', { 'Sec-Fetch-Dest': 'empty', Accept: 'text/html' }), tag);
    assert.doesNotMatch(await text('/', { Accept: 'text/html', 'X-Requested-With': 'XMLHttpRequest' }), tag);
  });

  test("every page anew, for no browser may keep another session's", async () => {
    const first = await ask('/static.html');
    assert.equal(first.headers.get('Cache-Control'), 'no-cache');
    assert.equal(first.headers.get('ETag'), null);
    const again = await ask('/static.html', {
      'Sec-Fetch-Dest': 'document',
      'If-Modified-Since': new Date().toUTCString(),
    });
    assert.equal(again.status, 200);
  });

  test('no other process: the program keeps nothing of ours in its environment', async () => {
    const names = (await text('/environment', {})).split('\n');
    assert.ok(names.includes('ASPNETCORE_URLS'));
    assert.deepEqual(
      names.filter((name) => /HOTRELOAD|HOSTINGSTARTUP|STARTUP_HOOKS/.test(name)),
      [],
    );
  });
});

describe('outside of Development', () => {
  const life = new Lifetime();

  test('nothing is put in, and nothing is served', async () => {
    const site = await Site.start(life, 'site', 'App/App.csproj', {}, () => ({ ASPNETCORE_ENVIRONMENT: 'Production' }));
    const page = await (await fetch(`${site.url}/plain`, { headers: { 'Sec-Fetch-Dest': 'document' } })).text();
    assert.doesNotMatch(page, tag);
    assert.equal((await fetch(`${site.url}/_hotreload/page.js`)).status, 404);
  });
});
