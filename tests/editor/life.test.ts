import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { lastReport } from './reports';
import { Scene } from './scene';
import { lifeOf, type Site } from './site';

describe('a day with one program', () => {
  let site: Site;
  let life = '';
  const scene = new Scene().prepared(async () => {
    site = await scene.workspace.addSite();
  });
  const livesOn = async (start: string): Promise<void> => {
    assert.equal(lifeOf(await site.says(start)), life);
  };

  scene.test('off at first; a click on the status item starts the only program', async ({ status }) => {
    assert.equal(await status.shows('Hot Reload'), 'Hot Reload');
    await status.watch();
    await status.click();
    life = lifeOf(await site.says('hello you!'));
    await status.shows('Live');
    assert.deepEqual((await status.seen()).slice(0, 2), ['Hot Reload', 'Starting']);
  });

  scene.test('a save changes the running program, and the status says how quickly', async ({ editor, status }) => {
    await editor.open('Greeter.cs');
    await editor.replace('hello', 'hi');
    await editor.save();
    await livesOn('hi you!');
    await status.shows(/^\s*\d+ ms\s*$/);
  });

  scene.test('a save of an unchanged text does nothing', async (workbench) => {
    const { id } = await lastReport(workbench);
    await workbench.editor.focus();
    await workbench.editor.save();
    await workbench.editor.replace('hi', 'hey');
    await workbench.editor.save();
    await livesOn('hey you!');
    await workbench.status.shows(/\d+ ms/);
    assert.equal((await lastReport(workbench)).id, id + 1);
  });

  scene.test('a comment is no change of the program', async ({ editor, status, page }) => {
    await editor.focus();
    await page.keyboard.press('Control+End');
    await editor.type('// The end.');
    await editor.save();
    await status.shows('No change');
    await livesOn('hey you!');
  });

  scene.test('Ctrl+F5 applies what is not saved', async ({ editor, page }) => {
    await editor.focus();
    await editor.replace('hey', 'servus');
    await page.keyboard.press('Control+F5');
    await livesOn('servus you!');
    assert.match(scene.workspace.read('Site/Greeter.cs'), /hey/);
    await page.locator('.tab.active.dirty').waitFor();
    await editor.save();
  });

  scene.test('Stop of the debug toolbar ends the program', async ({ debug, status }) => {
    await debug.press('Stop');
    await site.isGone();
    await debug.isOver();
    await status.shows('Hot Reload');
  });
});
