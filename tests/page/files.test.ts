import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser, Page, Route } from 'playwright-core';
import { methods, type ReloadResult } from '../../extension/src/protocol';
import { colourOf, isMarked, mark, startBrowser } from './browser';
import type { Workspace } from '../protocol/workspace';
import { font } from './font';
import { Lifetime } from './lifetime';
import { Site, swap } from './site';

const sheet = 'App/wwwroot/css/site.css';

describe('static files', () => {
  const life = new Lifetime();
  let site: Site;
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await startBrowser(life);
    site = await Site.start(life, 'site', 'App/App.csproj', {}, undefined, addFiles);
    page = await browser.newPage();
    await site.open(page, '/');
  });

  test('of style are swapped, with no frame without them', async () => {
    await page.fill('#text', 'typed');
    await mark(page, '#header');
    await watchColours(page, '#header');
    const result = await site.save(sheet, swap('rgb(30, 30, 30)', 'rgb(31, 30, 30)'));
    assert.equal(result.outcome, 'applied', result.message);
    assert.deepEqual(
      result.page.assets.map(({ kind, outcome }) => [kind, outcome]),
      [['style', 'injected']],
    );
    assert.equal((await site.pages.next()).action, 'style');
    assert.equal(await colourOf(page, '#header'), 'rgb(31, 30, 30)');
    assert.deepEqual(await coloursSeen(page), ['rgb(30, 30, 30)', 'rgb(31, 30, 30)']);
    assert.equal(await page.inputValue('#text'), 'typed');
    assert.ok(await isMarked(page, '#header'));
    await page.locator('link[href*="site.css"]').nth(1).waitFor({ state: 'detached' });
  });

  test('of style are shown before the program is asked for them', async () => {
    const addresses = /site\.css\?hotreload/;
    const held: Route[] = [];
    await page.route(addresses, (route) => {
      held.push(route);
    });
    const before = await rulesOf(page);
    let last = before;
    for (const rules of [
      '@media (min-width: 10px) { #end { margin: 1px } }\n/* @import "no.css"; */ #end::after { content: "}/*" }',
      '@layer some { #end { margin: 2px; & > b { color: red } } }\n@keyframes turn { to { rotate: 1turn } }',
      '@keyframes turn { to { rotate: 2turn } }\n#end { background: url(a.png) }',
      '#end { margin: 3px }',
    ]) {
      await site.save(sheet, (text) => `${text.split('/* more */')[0] ?? ''}/* more */\n${rules}`);
      assert.equal((await site.pages.next()).action, 'style');
      last = await rulesOf(page);
      assert.deepEqual(last, [...before, ...(await rulesIn(page, rules))]);
    }

    assert.ok(held.length > 0);
    await held.at(-1)?.continue();
    await page.unroute(addresses);
    await page.locator('link[href*="site.css"]').nth(1).waitFor({ state: 'detached' });
    assert.deepEqual(await rulesOf(page), last);
  });

  test('that others import are swapped, with no frame without them', async () => {
    await watchColours(page, '#visits');
    await site.save('App/wwwroot/css/parts/base.css', swap('rgb(40, 40, 40)', 'rgb(41, 40, 40)'));
    assert.equal((await site.pages.next()).action, 'style');
    assert.equal(await colourOf(page, '#visits'), 'rgb(41, 40, 40)');
    assert.deepEqual(await coloursSeen(page), ['rgb(40, 40, 40)', 'rgb(41, 40, 40)']);
  });

  test('that imported ones import are swapped, with no frame without them', async () => {
    await watchColours(page, '#search');
    await site.save('App/wwwroot/css/parts/inner.css', swap('rgb(51, 50, 50)', 'rgb(52, 50, 50)'));
    assert.equal((await site.pages.next()).action, 'style');
    assert.deepEqual(await coloursSeen(page), ['rgb(51, 50, 50)', 'rgb(52, 50, 50)']);
  });

  test('that are imported and import others leave those alone', async () => {
    await watchColours(page, '#books');
    await watchColours(page, '#search', 'others');
    await site.save('App/wwwroot/css/parts/outer.css', swap('rgb(50, 50, 50)', 'rgb(53, 50, 50)'));
    assert.equal((await site.pages.next()).action, 'style');
    assert.deepEqual(await coloursSeen(page), ['rgb(50, 50, 50)', 'rgb(53, 50, 50)']);
    assert.deepEqual(await coloursSeen(page, 'others'), ['rgb(52, 50, 50)']);
  });

  test('that are imported may import others than before', async () => {
    const files = swap('@import "inner.css"', '@import "base.css"; @import "inner.css"');
    await site.save('App/wwwroot/css/parts/outer.css', files);
    assert.equal((await site.pages.next()).action, 'style');
    assert.equal(await colourOf(page, '#books'), 'rgb(53, 50, 50)');
    assert.equal(await colourOf(page, '#search'), 'rgb(52, 50, 50)');
  });

  test('that are fonts are swapped where they are used, again and again', async () => {
    await page.fill('#text', 'typed');
    await mark(page, '#end');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const narrow = await widthOf(page, '#end');
    for (const width of [900, 700]) {
      site.pages.skip();
      site.workspace.write('App/wwwroot/fonts/test.ttf', font(width));
      const report = await site.pages.next();
      assert.deepEqual([report.action, report.nodes], ['font', 1], report.message);
      // Five letters of the text are in the font, and no others can have changed.
      const wider = ((await widthOf(page, '#end')) - narrow) / 5;
      assert.ok(Math.abs(wider - (20 * (width - 400)) / 1000) < 0.1, `${wider}`);
    }

    assert.ok(await isMarked(page, '#end'));
    assert.equal(await page.inputValue('#text'), 'typed');
  });

  test('of a view keep their scope', async () => {
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<h1 id="foreign">not of the view</h1>');
    });
    await site.save('App/Views/Books/Index.cshtml.css', swap('rgb(10, 10, 10)', 'rgb(11, 10, 10)'));
    await site.pages.next();
    assert.equal(await colourOf(page, '#title'), 'rgb(11, 10, 10)');
    assert.equal(await colourOf(page, '#foreign'), 'rgb(0, 0, 0)');
  });

  test('of a component keep their scope', async () => {
    const weather = await browser.newPage();
    await site.open(weather, '/weather/today');
    await site.save('App/Components/Reading.razor.css', swap('rgb(20, 20, 20)', 'rgb(21, 20, 20)'));
    // Both pages have the bundle; which of them is done first, nobody knows.
    const paths = [(await site.pages.next()).path, (await site.pages.next()).path];
    assert.deepEqual(paths.sort(), ['/', '/weather/today']);
    assert.equal(await colourOf(weather, '#reading'), 'rgb(21, 20, 20)');
    // The other part of the same bundle is as it was changed before.
    assert.equal(await colourOf(page, '#title'), 'rgb(11, 10, 10)');
    await weather.close();
  });

  test('of a class library are swapped', async () => {
    await site.save('Shared/wwwroot/shared.css', swap('rgb(1, 1, 1)', 'rgb(2, 1, 1)'));
    await site.pages.next();
    assert.equal(await colourOf(page, '#footer'), 'rgb(2, 1, 1)');
  });

  test('that are not saved are shown, too', async () => {
    site.type(sheet, swap('rgb(31, 30, 30)', 'rgb(32, 30, 30)'));
    site.pages.skip();
    const result = await site.server.apply();
    assert.equal(result.page.assets.length, 1, result.message);
    await site.pages.next();
    assert.equal(await colourOf(page, '#header'), 'rgb(32, 30, 30)');
    assert.match(site.workspace.read(sheet), /rgb\(31, 30, 30\)/);
    const fresh = await browser.newPage();
    await site.open(fresh, '/');
    assert.equal(await colourOf(fresh, '#header'), 'rgb(32, 30, 30)');
    await fresh.close();
  });

  test('and code in one save are one report with two outcomes', async () => {
    site.type(sheet, swap('rgb(32, 30, 30)', 'rgb(33, 30, 30)'));
    site.type('App/Views/Books/Index.cshtml', swap('@model List<string>', '@model List<strin>'));
    site.pages.skip();
    const held = await site.server.apply();
    assert.equal(held.outcome, 'held');
    assert.deepEqual(
      held.page.assets.map((asset) => asset.outcome),
      ['injected'],
    );
    await site.pages.next();
    assert.equal(await colourOf(page, '#header'), 'rgb(33, 30, 30)');
    const mended = await site.save('App/Views/Books/Index.cshtml', swap('@model List<strin>', '@model List<string>'));
    assert.equal(mended.outcome, 'noChange', mended.message);
  });

  test('that are pictures are swapped where they are shown', async () => {
    await mark(page, '#picture');
    const before = await backgroundOf(page);
    await site.save('App/wwwroot/images/dot.svg', swap('fill="red"', 'fill="blue"'));
    const report = await site.pages.next();
    assert.equal(report.action, 'image');
    // In the element, and in the background that the style sheet gives another.
    assert.equal(report.nodes, 2);
    assert.ok(await isMarked(page, '#picture'));
    assert.match((await page.getAttribute('#picture', 'src')) ?? '', /dot\.svg\?hotreload=/);
    assert.notEqual(await backgroundOf(page), before);
    assert.match(await textAt(page, '#picture'), /blue/);
  });

  test('that are scripts load the page again, which keeps what was typed', async () => {
    const own = await browser.newPage();
    await site.open(own, '/static.html');
    await own.fill('#field', 'typed');
    await own.fill('#area', 'written');
    await own.evaluate(() => {
      scrollTo(0, 600);
    });
    await own.locator('#field').evaluate((field) => {
      (field as HTMLInputElement).focus({ preventScroll: true });
    });
    const connected = site.server.events.next(
      (event) => event.kind === 'pageConnected' && event.message.startsWith('/static.html'),
    );
    await site.save('App/wwwroot/static.js', swap('"one"', '"two"'));
    await connected;
    await own.locator('html[data-script=two]').waitFor();
    assert.equal(await own.inputValue('#field'), 'typed');
    assert.equal(await own.inputValue('#area'), 'written');
    assert.equal(await own.evaluate(() => scrollY), 600);
    assert.equal(await own.evaluate(() => document.activeElement?.id), 'field');
    await own.close();
  });

  test('that are scripts do not load a page that takes them by itself', async () => {
    const own = await browser.newPage();
    await site.open(own, '/static.html');
    await own.evaluate(() => {
      document.addEventListener('hotreload:changed', (event) => {
        event.preventDefault();
        document.documentElement.dataset.taken = (event as CustomEvent<{ name: string }>).detail.name;
      });
    });
    await site.save('App/wwwroot/static.js', swap('"two"', '"three"'));
    await own.locator('html[data-taken="static.js"]').waitFor();
    assert.equal(await own.getAttribute('html', 'data-script'), 'two');
    await own.close();
  });

  test('that are pages are morphed', async () => {
    const own = await browser.newPage();
    await site.open(own, '/static.html');
    await own.fill('#field', 'typed');
    await mark(own, '#field');
    await site.save('App/wwwroot/static.html', swap('as it was', 'as it is'));
    await site.pages.next((report) => report.path === '/static.html');
    assert.equal(await own.textContent('#text'), 'as it is');
    assert.equal(await own.inputValue('#field'), 'typed');
    assert.ok(await isMarked(own, '#field'));
    await own.close();
  });

  test('of a view that had none ask for a restart, which builds, and have their scope then', async () => {
    const own = await browser.newPage();
    await site.open(own, '/books/about');
    site.server.results.skip();
    const asked = site.server.results.next();
    site.workspace.write('App/Views/Books/About.cshtml.css', '#title { color: rgb(60, 60, 60); }\n');
    const result = await asked;
    assert.equal(result.outcome, 'restartRequired', result.message);
    assert.match(result.message, /About\.cshtml\.css: it is new, and gets its scope from a build/);
    const connected = site.server.events.next(
      (event) => event.kind === 'pageConnected' && event.message.startsWith('/books/about'),
    );
    const restarted = await site.server.request<ReloadResult>(methods.restart, {});
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    await connected;
    await own.reload();
    assert.equal(await colourOf(own, '#title'), 'rgb(60, 60, 60)');
    assert.equal(await colourOf(page, '#title'), 'rgb(11, 10, 10)');
    await own.close();
  });
});

/** What the site has besides the fixture's own: a font, and a style sheet that imports one that imports one. */
function addFiles(workspace: Workspace): void {
  workspace.write('App/wwwroot/fonts/test.ttf', font(400));
  workspace.write('App/wwwroot/css/parts/inner.css', '#search { color: rgb(51, 50, 50); }\n');
  workspace.write('App/wwwroot/css/parts/outer.css', '@import "inner.css";\n#books { color: rgb(50, 50, 50); }\n');
  const face = '@font-face { font-family: Test; src: url("../fonts/test.ttf"); }\n#end { font: 20px Test; }\n';
  workspace.write(sheet, `@import "parts/outer.css" screen;\n${workspace.read(sheet)}${face}`);
}

/** The rules of the site's sheet, as the browser has them. */
function rulesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sheet = [...document.styleSheets].find((found) => found.href?.includes('site.css'));
    return [...(sheet?.cssRules ?? [])].map((rule) => rule.cssText);
  });
}

function rulesIn(page: Page, text: string): Promise<string[]> {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return [...sheet.cssRules].map((rule) => rule.cssText);
  }, text);
}

/** The width of an element's text. */
function widthOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((element) => {
    const text = document.createRange();
    text.selectNodeContents(element);
    return text.getBoundingClientRect().width;
  });
}

type Watching = Window & { seen?: Record<string, string[]> };

/** Notes the colour of an element in every frame from now on. */
async function watchColours(page: Page, selector: string, name = 'it'): Promise<void> {
  await page.evaluate(
    ([watched = '', key = '']) => {
      const seen: string[] = [];
      const all = ((window as Watching).seen ??= {});
      all[key] = seen;
      const look = (): void => {
        const element = document.querySelector(watched);
        const colour = element ? getComputedStyle(element).color : 'gone';
        if (seen.at(-1) !== colour) {
          seen.push(colour);
        }

        requestAnimationFrame(look);
      };
      look();
    },
    [selector, name],
  );
}

/** The colours since, each as often as it came anew. */
function coloursSeen(page: Page, name = 'it'): Promise<string[]> {
  return page.evaluate(
    (key) =>
      new Promise<string[]>((resolve) => {
        requestAnimationFrame(() => {
          resolve((window as Watching).seen?.[key] ?? []);
        });
      }),
    name,
  );
}

function backgroundOf(page: Page): Promise<string> {
  return page.locator('#pictured').evaluate((element) => getComputedStyle(element).backgroundImage);
}

function textAt(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate(async (element) => (await fetch((element as HTMLImageElement).src)).text());
}
