import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { always, changed, reloaded, running } from './commandTitles';
import { lastReport } from './reports';
import { Scene } from './scene';
import { lifeOf, type Site } from './site';

describe('the commands of the palette', () => {
  let site: Site;
  let life = '';
  // The palette has as many rows as two fifths of the window are high; all commands are to be seen.
  const scene = new Scene({ window: { width: 1280, height: 1200 } }).prepared(async () => {
    site = await scene.workspace.addSite();
  });

  scene.test('there are those that can do something', async ({ palette, status }) => {
    await palette.offers('Hot Reload', always);
    await palette.run('Hot Reload: Start');
    life = lifeOf(await site.says('hello you!'));
    await status.shows('Live');
    await palette.offers('Hot Reload', running);
  });

  scene.test('Apply Changes Now applies what is not saved', async ({ palette, editor, status }) => {
    await editor.open('Greeter.cs');
    await editor.replace('hello', 'hi');
    await palette.run('Hot Reload: Apply Changes Now');
    assert.equal(lifeOf(await site.says('hi you!')), life);
    await status.shows(/\d+ ms/);
    await palette.offers('Hot Reload', [...changed, ...reloaded]);
    assert.match(scene.workspace.read('Site/Greeter.cs'), /hello/);
  });

  scene.test('Pause keeps edits back', async ({ palette, editor, status }) => {
    await palette.run('Hot Reload: Pause');
    await status.shows('Paused');
    await editor.focus();
    await editor.replace('hi', 'hey');
    await editor.save();
    await palette.offers('Hot Reload', [...changed.filter((title) => title !== 'Pause'), 'Resume', ...reloaded]);
    assert.match(await site.get(), /^hi you!/);
  });

  scene.test('Resume lets them through', async ({ palette, status }) => {
    await palette.run('Hot Reload: Resume');
    assert.equal(lifeOf(await site.says('hey you!')), life);
    await status.shows(/\d+ ms/);
  });

  scene.test('Copy Last Report as JSON tells what has changed', async (workbench) => {
    const report = await lastReport(workbench);
    assert.equal(report.outcome, 'applied');
    assert.deepEqual(
      report.members.map(({ change }) => change),
      ['updated'],
    );
    assert.equal(report.members[0]?.file, scene.workspace.path('Site/Greeter.cs'));
  });

  scene.test('Explain Last Reload tells it to people', async ({ palette, page }) => {
    await palette.run('Hot Reload: Explain Last Reload');
    const report = page.frameLocator('iframe.webview').frameLocator('iframe[title]');
    await report.getByRole('heading', { name: /^Reload \d+ of .*: applied/ }).waitFor();
    await report.getByText('Greeter.cs:').first().waitFor();
  });

  scene.test('Show Log shows each reload in a line', async ({ palette, page }) => {
    await palette.run('Hot Reload: Show Log');
    await page
      .locator('.output-view .view-line', { hasText: /reload\s\d+\s\(manual\):\sapplied/ })
      .first()
      .waitFor();
  });

  scene.test('Toggle Apply on Type applies what is typed, and back', async ({ palette, editor }) => {
    await palette.run('Hot Reload: Toggle Apply on Type');
    await editor.open('Ending.cs');
    await editor.replace('"!"', '"?"');
    await site.says('hey you?');
    await palette.run('Hot Reload: Toggle Apply on Type');
    await editor.save();
  });

  scene.test('Restart starts the program anew', async ({ palette, status }) => {
    await palette.run('Hot Reload: Restart (Keep State)');
    await status.shows(/Restarted/);
    life = await site.saysAnew('hey you?', life);
  });

  scene.test('Restart Server brings the program back', async ({ palette, editor, status }) => {
    const [before] = scene.processes.running('HotReload.Lsp.dll');
    await palette.run('Hot Reload: Restart Server');
    life = await site.saysAnew('hey you?', life);
    await status.shows('Live');
    assert.notEqual(scene.processes.running('HotReload.Lsp.dll')[0], before);
    await editor.focus();
    await editor.replace('"?"', '"."');
    await editor.save();
    await site.says('hey you.');
  });

  scene.test('Stop ends the program', async ({ palette, status }) => {
    await palette.run('Hot Reload: Stop');
    await site.isGone();
    await status.shows('Hot Reload');
    await palette.offers('Hot Reload', [...always, ...reloaded]);
  });
});
