import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { always } from './commandTitles';
import { Scene } from './scene';
import type { Site } from './site';

describe('a program that can not be built', () => {
  let site: Site;
  const scene = new Scene().prepared(async () => {
    site = await scene.workspace.addSite();
    scene.workspace.replace('Site/Greeter.cs', 'return', 'return oops');
  });

  scene.test('a start says so, and where, without a dialog in the way', async (workbench) => {
    const { palette, status, notifications, problems, page } = workbench;
    await palette.run('Hot Reload: Start');
    await notifications.shows(/build failed.*CS1002/);
    await status.shows('Hot Reload failed');
    assert.equal(await status.kind(), 'error');
    assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
    await notifications.press(/build failed/, 'Show Problems');
    await problems.shows(/CS1002/);
    await palette.offers('Hot Reload', always);
  });

  scene.test('once it is mended, it starts', async ({ editor, palette, problems, status }) => {
    await editor.open('Greeter.cs');
    await editor.replace('oops ', '');
    await editor.save();
    await palette.run('Hot Reload: Start');
    await site.says('hello you!');
    await status.shows('Live');
    await problems.open();
    await problems.isEmpty();
  });
});
