import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { methods, type ReloadResult } from '../../extension/src/protocol';
import { hangGuard } from '../protocol/guard';
import { colourOf, isMarked, mark, startBrowser } from './browser';
import { Lifetime } from './lifetime';
import { Site, swap } from './site';

const index = 'App/Views/Books/Index.cshtml';
const layout = 'App/Views/Shared/_Layout.cshtml';

describe('pages of views', () => {
  const life = new Lifetime();
  let site: Site;
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await startBrowser(life);
    site = await Site.start(life, 'site', 'App/App.csproj');
    page = await browser.newPage();
    await site.open(page, '/');
  });

  test('are changed in place, and what was typed stays', async () => {
    await page.fill('#text', 'typed by hand');
    await page.check('#check');
    await page.selectOption('#choice', 'two');
    await page.fill('#area', 'written by hand');
    await page.click('#more summary');
    await page.locator('#text').evaluate((field: HTMLInputElement) => {
      field.focus();
      field.setSelectionRange(2, 5);
    });
    await page.evaluate(() => {
      scrollTo(0, 700);
    });
    for (const element of ['#text', '#check', '#choice', '#area', '#frame', '#title', '#books']) {
      await mark(page, element);
    }

    const result = await site.save(index, swap('>Books<', '>All books<'));
    assert.equal(result.outcome, 'applied', result.message);
    assert.equal(result.page.told, 1);
    const report = await site.pages.next();
    assert.equal(report.action, 'morph', report.message);
    assert.equal(await page.textContent('#title'), 'All books');
    // The title's text, and the number of the visit.
    assert.equal(report.nodes, 2);
    assert.ok(report.milliseconds > 0 && report.milliseconds < hangGuard);
  });

  test('keep text, boxes, choices and areas', async () => {
    assert.equal(await page.inputValue('#text'), 'typed by hand');
    assert.equal(await page.isChecked('#check'), true);
    assert.equal(await page.inputValue('#choice'), 'two');
    assert.equal(await page.inputValue('#area'), 'written by hand');
  });

  test('keep their elements', async () => {
    for (const element of ['#text', '#check', '#choice', '#area', '#frame', '#title', '#books']) {
      assert.ok(await isMarked(page, element), element);
    }
  });

  test('keep focus, selection and scroll', async () => {
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'text');
    const selection = await page
      .locator('#text')
      .evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd]);
    assert.deepEqual(selection, [2, 5]);
    assert.equal(await page.evaluate(() => scrollY), 700);
  });

  test('keep what is open', async () => {
    assert.equal(await page.locator('#more').evaluate((details: HTMLDetailsElement) => details.open), true);
  });

  test('keep what scripts have made', async () => {
    await page.evaluate(() => {
      const made = document.createElement('b');
      made.id = 'made';
      made.textContent = 'made by a script';
      document.querySelector('#widget')?.append(made);
      document.querySelector('#title')?.classList.add('toggled');
    });
    await site.save(index, swap('id="title"', 'id="title" class="big"'));
    await site.pages.next();
    assert.equal(await page.textContent('#made'), 'made by a script');
    assert.deepEqual(await page.locator('#title').evaluate((title) => [...title.classList].sort()), ['big', 'toggled']);
  });

  test('leave alone what is to be kept', async () => {
    await page.locator('#kept').evaluate((kept) => {
      kept.textContent = 'drawn by a script';
    });
    await site.save(index, swap('kept as it is', 'kept no more'));
    await site.pages.next();
    assert.equal(await page.textContent('#kept'), 'drawn by a script');
  });

  test('take new rows between old ones, which stay themselves', async () => {
    await page.fill('[name=Dracula]', 'a note');
    await mark(page, '[name=Dracula]');
    await site.save('App/Shelf.cs', swap('public int Visit()', 'public int Count => 3;\n\n    public int Visit()'));
    await site.pages.next();
    await site.save(index, swap('@foreach (var book in Model)', '@foreach (var book in Model.Prepend("Beowulf"))'));
    await site.pages.next();
    assert.deepEqual(await page.locator('#books span').allTextContents(), ['Beowulf', 'Emma', 'Dracula', 'Ulysses']);
    assert.equal(await page.inputValue('[name=Dracula]'), 'a note');
    assert.ok(await isMarked(page, '[name=Dracula]'));
  });

  test('take a new default where nobody has typed', async () => {
    await page.fill('#text', '');
    await site.save(index, swap('value=""', 'value="suggested"'));
    await site.pages.next();
    assert.equal(await page.inputValue('#text'), 'suggested');
  });

  test('follow their layout', async () => {
    await site.save(layout, swap('nine to five', 'ten to six'));
    await site.pages.next();
    assert.equal(await page.textContent('#footer'), 'Open from ten to six');
  });

  test('that do not show a view are left alone', async () => {
    const about = await browser.newPage();
    await site.open(about, '/Books/About');
    const result = await site.save(index, swap('The end', 'The very end'));
    assert.equal(result.page.told, 1);
    assert.equal((await site.pages.next()).path, '/');
    assert.equal(await page.textContent('#end'), 'The very end');

    const other = await site.save('App/Views/Books/About.cshtml', swap('About this', 'All about this'));
    assert.equal(other.page.told, 1);
    assert.equal((await site.pages.next()).path, '/Books/About');
    assert.equal(await about.textContent('#about'), 'All about this library');
    await about.close();
  });

  test('in several browsers are all changed', async () => {
    const second = await (await browser.newContext()).newPage();
    await site.open(second, '/');
    const result = await site.save(layout, swap('City library', 'Town library'));
    assert.equal(result.page.told, 2);
    await site.pages.next();
    await site.pages.next();
    assert.deepEqual(
      [await page.textContent('#header'), await second.textContent('#header')],
      ['Town library', 'Town library'],
    );
    await second.context().close();
  });

  test('that answer a form are told, and not asked for again', async () => {
    const form = await browser.newPage();
    await site.open(form, '/');
    await form.fill('#text', 'Moby');
    const connected = site.server.events.next(
      (event) => event.kind === 'pageConnected' && event.message.startsWith('/Books/Find'),
    );
    await form.click('#send');
    await connected;
    assert.equal(await form.textContent('#found'), 'Nothing is called Moby');
    await site.save('App/Views/Books/Found.cshtml', swap('Nothing is', 'No book is'));
    const report = await site.pages.next();
    assert.equal(report.action, 'told');
    assert.equal(await form.textContent('#found'), 'Nothing is called Moby');
    assert.match((await form.textContent('hotreload-page .toast')) ?? '', /answer to a form/);
    await form.close();
  });

  test('of Razor Pages follow view and model', async () => {
    const guests = await browser.newPage();
    await site.open(guests, '/guests');
    await guests.fill('#name', 'Ada');
    await site.save('App/Pages/Guests.cshtml', swap('>Guests</h1>', '>All guests</h1>'));
    await site.pages.next((report) => report.path === '/guests');
    assert.equal(await guests.textContent('#title'), 'All guests');
    await site.save('App/Pages/Guests.cshtml.cs', swap('Be welcome', 'Come in'));
    await site.pages.next((report) => report.path === '/guests');
    assert.equal(await guests.textContent('#greeting'), 'Come in');
    assert.equal(await guests.inputValue('#name'), 'Ada');
    await guests.close();
  });

  test('of components follow the component, and those within', async () => {
    const weather = await browser.newPage();
    await site.open(weather, '/weather/today');
    await weather.fill('#place', 'Hamburg');
    await mark(weather, '#place');
    await site.save('App/Components/Reading.razor', swap('It is', 'There are'));
    await site.pages.next((report) => report.path === '/weather/today');
    assert.equal(await weather.textContent('#reading'), 'There are 21 degrees');
    await site.save('App/Components/Pages/Weather.razor', swap('>Weather</h1>', '>The weather</h1>'));
    await site.pages.next((report) => report.path === '/weather/today');
    assert.equal(await weather.textContent('#title'), 'The weather');
    assert.equal(await weather.inputValue('#place'), 'Hamburg');
    assert.ok(await isMarked(weather, '#place'));

    const result = await site.save('App/Components/Pages/Tides.razor', swap('>Tides</h1>', '>The tides</h1>'));
    // The page of views could use it as a part; the other component's page can't.
    assert.equal(result.page.told, 1);
    await site.pages.next((report) => report.path === '/');
    await weather.close();
  });

  test('without a view follow the code', async () => {
    const plain = await browser.newPage();
    await site.open(plain, '/plain');
    await site.save('App/Texts.cs', swap('plain text', 'other text'));
    await site.pages.next((report) => report.path === '/plain');
    assert.equal(await plain.textContent('#plain'), 'other text');
    await plain.close();
  });

  test('show what they can not be made from, until they can', async () => {
    const plain = await browser.newPage();
    await site.open(plain, '/plain');
    await site.save('App/Texts.cs', swap('=> "other text"', '=> throw new InvalidOperationException("on purpose")'));
    const report = await site.pages.next((item) => item.path === '/plain');
    assert.equal(report.action, 'failed');
    assert.match(report.message, /500/);
    assert.equal(await plain.textContent('#plain'), 'other text');
    await plain.locator('hotreload-page .overlay').waitFor();
    await site.save('App/Texts.cs', swap('throw new InvalidOperationException("on purpose")', '"text again"'));
    await site.pages.next((item) => item.path === '/plain');
    await plain.locator('hotreload-page .overlay').waitFor({ state: 'detached' });
    assert.equal(await plain.textContent('#plain'), 'text again');
    await plain.close();
  });

  test('show errors, and open them in the editor', async () => {
    const held = await site.save(index, swap('@model List<string>', '@model List<strin>'));
    assert.equal(held.outcome, 'held');
    const problem = page.locator('hotreload-page .problem').first();
    await problem.waitFor();
    assert.match((await problem.textContent()) ?? '', /CS0246.*Index\.cshtml:1/s);
    await problem.click();
    const shown = await site.opened.next();
    assert.equal(shown.uri, new URL(`file://${site.workspace.path(index)}`).href);
    assert.equal(shown.selection?.start.line, 0);
    assert.equal(shown.external, false);
  });

  test('hide errors at Esc', async () => {
    await page.keyboard.press('Escape');
    await page.locator('hotreload-page .overlay').waitFor({ state: 'detached' });
    assert.equal(await page.locator('hotreload-page .indicator').getAttribute('data-state'), 'held');
  });

  test('forget errors that are mended', async () => {
    await site.save(index, swap('@model List<strin>', '@model List<string>'));
    await page.locator('hotreload-page [data-state="live"]').waitFor();
    assert.equal(await page.locator('hotreload-page .overlay').count(), 0);
  });

  test('have a mark, statistics and toasts that the page does not know of', async () => {
    await page.keyboard.press('Control+Shift+KeyH');
    assert.match((await page.textContent('hotreload-page .statistics')) ?? '', /updates +\d+/);
    await page.keyboard.press('Control+Shift+KeyH');
    assert.equal(await page.locator('hotreload-page .statistics').count(), 0);
    assert.equal(
      await page.evaluate(() => document.querySelectorAll('.indicator, [data-token], script[data-hotreload]').length),
      0,
    );
    assert.deepEqual(await page.evaluate(() => Object.keys(window).filter((name) => /hot|morph/i.test(name))), []);
  });

  test('show no mark, no errors and do not morph where the settings say so', async () => {
    site.server.configure({ browser: { indicator: false, overlay: false, morph: false } });
    await page.locator('hotreload-page .indicator').waitFor({ state: 'hidden' });
    const unchanged = await site.save(layout, swap('Town library', 'Village library'));
    assert.equal(unchanged.page.told, 0);
    assert.equal(await page.textContent('#header'), 'Town library');
    const held = await site.save(index, swap('@model List<string>', '@model List<strin>'));
    assert.equal(held.outcome, 'held');
    await site.save(index, swap('@model List<strin>', '@model List<string>'));
    assert.equal(await page.locator('hotreload-page .overlay').count(), 0);
    site.server.configure({});
    await page.locator('hotreload-page .indicator').waitFor();
  });

  test('that were away get what they have missed', async () => {
    const own = await browser.newPage();
    const sockets: WebSocketRoute[] = [];
    let away = false;
    await own.routeWebSocket(/_hotreload\/ws$/, async (socket) => {
      if (away) {
        await socket.close();
      } else {
        socket.connectToServer();
        sockets.push(socket);
      }
    });
    await site.open(own, '/');
    await own.fill('#text', 'typed');
    away = true;
    const left = site.server.events.next((event) => event.kind === 'pageLeft');
    await sockets[0]?.close();
    await left;
    await site.save(index, swap('<ul id="books">', '<p id="missed">missed</p>\n<ul id="books">'));
    assert.equal(await own.locator('#missed').count(), 0);
    away = false;
    await own.locator('#missed').waitFor();
    assert.equal(await own.inputValue('#text'), 'typed');
    // The next test counts pages that leave.
    const gone = site.server.events.next((event) => event.kind === 'pageLeft');
    await own.close();
    await gone;
  });

  test('whose connection breaks again and again wait longer, and catch up at once then', async () => {
    const own = await browser.newPage();
    await own.clock.install();
    let [tries, breaks] = [0, true];
    await own.routeWebSocket(/_hotreload\/ws$/, (socket) => {
      tries++;
      const server = socket.connectToServer();
      server.onMessage((message) => {
        socket.send(message);
        if (breaks) {
          void socket.close();
        }
      });
    });
    const opened = own.goto(`${site.url}/`);
    for (let i = 0; i < 3; i++) {
      await site.server.events.next((event) => event.kind === 'pageLeft');
    }

    await opened;
    await site.save(index, swap('<ul id="books">', '<p id="late">late</p>\n<ul id="books">'));
    breaks = false;
    assert.equal(tries, 3);
    assert.equal(await own.locator('#late').count(), 0);
    await own.clock.fastForward(5000);
    await own.locator('#late').waitFor();
    assert.equal(tries, 4);
    await own.close();
  });

  test('that can not be changed in place are loaded again, with what was typed', async () => {
    const own = await browser.newPage();
    await site.open(own, '/');
    await own.fill('#text', 'typed');
    await own.evaluate(() => {
      Node.prototype.insertBefore = () => {
        throw new Error('on purpose');
      };
    });
    await site.save(index, swap('<ul id="books">', '<p id="broken">broken</p>\n<ul id="books">'));
    const report = await site.pages.next((item) => item.action === 'reload');
    assert.match(report.message, /on purpose/);
    await own.locator('#broken').waitFor();
    await own.locator('hotreload-page [data-state="live"]').waitFor();
    assert.equal(await own.inputValue('#text'), 'typed');
    await own.close();
  });

  test('wait for a restart, and are what they were', async () => {
    await page.fill('#text', 'typed before');
    await mark(page, '#text');
    await page.evaluate(() => {
      scrollTo(0, 500);
    });
    await page.locator('#text').evaluate((field) => {
      (field as HTMLInputElement).focus({ preventScroll: true });
    });
    const refused = await site.save('App/Shelf.cs', swap('sealed class Shelf', 'class Shelf'));
    assert.equal(refused.outcome, 'restartRequired', refused.message);
    await page.locator('hotreload-page [data-state="restart"]').waitFor();
    const connected = site.server.events.next((event) => event.kind === 'pageConnected');
    site.pages.skip();
    const restarted = await site.server.request<ReloadResult>(methods.restart, {});
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    await connected;
    const report = await site.pages.next();
    assert.equal(report.action, 'morph', report.message);
    assert.equal(await page.textContent('#header'), 'Village library');
    assert.equal(await page.textContent('#visits'), 'Visit 1');
    assert.equal(await page.inputValue('#text'), 'typed before');
    assert.ok(await isMarked(page, '#text'));
    assert.equal(await page.evaluate(() => scrollY), 500);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'text');
    assert.match((await page.locator('hotreload-page .toast').allTextContents()).join(), /restarted/);
  });

  test('are live after a restart', async () => {
    await site.save(index, swap('The very end', 'The end of it'));
    await site.pages.next();
    assert.equal(await page.textContent('#end'), 'The end of it');
    assert.equal(await colourOf(page, '#header'), 'rgb(30, 30, 30)');
  });
});
