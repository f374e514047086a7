import { describe } from 'node:test';
import { Scene } from './scene';
import type { Site } from './site';

describe('what is to be seen of a reload', () => {
  let site: Site;
  const scene = new Scene().prepared(async () => {
    site = await scene.workspace.addSite();
  });

  scene.test('the timeline lists the session, its process and each reload', async ({ sessions, editor, palette }) => {
    await palette.run('Hot Reload: Start');
    await site.says('hello you!');
    await sessions.open();
    await sessions.shows(/Site.*live/s);
    await sessions.shows(`Process ${await site.get('/process')}`);
    await editor.open('Greeter.cs');
    await editor.replace('hello', 'hi');
    await editor.save();
    await site.says('hi you!');
    await sessions.shows(/applied · \d+ ms.*Greeter\.cs · state kept/s);
  });

  scene.test('a member of a reload leads to its place', async ({ sessions, editor, page }) => {
    await editor.open('Ending.cs');
    await sessions.open();
    await sessions.expand(/applied/);
    await sessions.shows(/Greeter\.Greet\(string\).*Greeter\.cs:5/s);
    await sessions.click(/Greeter\.Greet/);
    await page.locator('.tab.active[data-resource-name="Greeter.cs"]').waitFor();
    await page.locator('.editor-status-selection, [id="status.editor.selection"]', { hasText: 'Ln 5' }).waitFor();
  });

  scene.test('the changed member is marked beside its line', async ({ marks }) => {
    await marks.show({ 5: 'running' });
  });

  scene.test('the marks move with the text, and go with the setting', async ({ editor, marks, page }) => {
    await editor.focus();
    await page.keyboard.press('Control+Home');
    await editor.type('// First.\n');
    await marks.show({ 6: 'running' });
    scene.set({ 'hotReload.gutter': false });
    await marks.show({});
    scene.set({ 'hotReload.gutter': undefined });
    await marks.show({ 6: 'running' });
    await editor.save();
  });

  scene.test('the language status says whether the program runs this text', async ({ editor, language }) => {
    await editor.focus();
    await language.shows('Live');
    await editor.replace('hi', 'hey');
    await language.shows('Will apply');
    await editor.save();
    await language.shows('Live');
    await site.says('hey you!');
  });

  scene.test('the tooltip tells phases, members and state', async ({ status }) => {
    await status.tooltipShows(/compile.*emit.*Greeter\.Greet\(string\) updated.*State: kept/s);
  });

  scene.test('the welcome text starts a program where none runs', async ({ palette, sessions, marks }) => {
    await palette.run('Hot Reload: Stop');
    await site.isGone();
    await marks.show({});
    await sessions.open();
    await sessions.press('Start Hot Reload');
    await site.says('hey you!');
  });
});
