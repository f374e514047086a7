import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { lastReport } from './reports';
import { Scene } from './scene';
import { lifeOf, type Site } from './site';

/** What VS Code does to a file while it saves it. */
const whileSaving = { 'files.trimTrailingWhitespace': true, 'files.insertFinalNewline': true };

describe('settings count at once, in the running session', () => {
  let site: Site;
  let life = '';
  const scene = new Scene({ settings: whileSaving }).prepared(async () => {
    site = await scene.workspace.addSite();
  });
  const livesOn = async (start: string): Promise<void> => {
    assert.equal(lifeOf(await site.says(start)), life);
  };

  scene.test('the program runs', async ({ palette, status, editor }) => {
    await palette.run('Hot Reload: Start');
    life = lifeOf(await site.says('hello you!'));
    await status.shows('Live');
    await editor.open('Greeter.cs');
  });

  scene.test('applyOn type: what is typed applies, unsaved', async ({ editor, status }) => {
    scene.set({ 'hotReload.applyOn': 'type' });
    await status.tooltipShows('applies on type');
    await editor.replace('hello', 'hi');
    await livesOn('hi you!');
    assert.match(scene.workspace.read('Site/Greeter.cs'), /hello/);
    await editor.save();
  });

  scene.test('applyOn manual: nothing applies before it is asked for', async ({ editor, status, page }) => {
    scene.set({ 'hotReload.applyOn': 'manual' });
    await status.tooltipShows('applies on manual');
    await editor.focus();
    await editor.replace('hi', 'hey');
    await editor.save();
    await livesOn('hi you!');
    await page.keyboard.press('Control+F5');
    await livesOn('hey you!');
  });

  scene.test('files.autoSave: no one needs to save', async ({ editor, status }) => {
    scene.set({ 'hotReload.applyOn': 'save', 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 });
    await status.tooltipShows('applies on save');
    await editor.focus();
    await editor.replace('hey', 'servus');
    await livesOn('servus you!');
    await editor.isSaved();
    scene.set({ 'files.autoSave': 'off' });
  });

  scene.test('what VS Code changes while it saves belongs to the same reload', async (workbench) => {
    const { editor, status } = workbench;
    const { id } = await lastReport(workbench);
    await editor.focus();
    await editor.replace('servus', 'moin');
    await editor.replace('static readonly', '   static readonly');
    await workbench.page.keyboard.press('Control+End');
    await editor.type('   ');
    await editor.save();
    await livesOn('moin you!');
    await status.shows(/\d+ ms/);
    assert.match(scene.workspace.read('Site/Greeter.cs'), /}\n$/);
    assert.equal((await lastReport(workbench)).id, id + 1);
  });

  scene.test('a change by another program applies, in a file that is open and in one that is not', async ({ page }) => {
    scene.workspace.replace('Site/Ending.cs', '"!"', '"?"');
    await livesOn('moin you?');
    scene.workspace.replace('Site/Greeter.cs', 'moin', 'ciao');
    await livesOn('ciao you?');
    await page.locator('.editor-instance .view-line', { hasText: 'ciao' }).waitFor();
  });

  scene.test('diagnostics.compiler off: errors are counted, and left to others to show', async (workbench) => {
    const { editor, status, problems } = workbench;
    scene.set({ 'hotReload.diagnostics.compiler': 'off' });
    await editor.focus();
    await editor.replace('return', 'return oops');
    await editor.save();
    await status.shows(/\d errors?/);
    await problems.open();
    await problems.isEmpty();
    scene.set({ 'hotReload.diagnostics.compiler': 'on' });
    await problems.shows(/hot reload.*CS\d+/s);
    await editor.focus();
    await editor.replace('return oops', 'return');
    await editor.save();
    await status.shows('No change');
  });

  scene.test('restart auto: nobody is asked', async ({ editor, status, notifications, page }) => {
    scene.set({ 'hotReload.restart': 'auto', 'hotReload.applyOn': 'manual' });
    await status.tooltipShows('applies on manual');
    await editor.focus();
    await editor.replace('static class', 'abstract class');
    await editor.replace('ciao', 'ahoy');
    await editor.save();
    await page.keyboard.press('Control+F5');
    life = await site.saysAnew('ahoy you?', life);
    await status.shows(/Restarted/);
    assert.equal(await notifications.count(), 0);
  });
});
