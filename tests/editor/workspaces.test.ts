import assert from 'node:assert/strict';
import { chmodSync, existsSync } from 'node:fs';
import { describe } from 'node:test';
import { Scene } from './scene';
import type { Site } from './site';
import { StatusItem } from './workbench/statusItem';

describe('a workspace with two folders', () => {
  let shop: Site;
  let office: Site;
  const scene = new Scene({ open: 'both.code-workspace' }).prepared(async () => {
    shop = await scene.workspace.addSite('one/Shop');
    office = await scene.workspace.addSite('two/Office');
    const folders = [{ path: 'one' }, { path: 'two' }];
    scene.workspace.write('both.code-workspace', JSON.stringify({ folders }));
  });

  scene.test('programs of both run at once', async ({ palette }) => {
    await palette.run('Hot Reload: Start');
    await palette.pick('Select Project', 'Shop');
    await shop.says('hello you!');
    await palette.run('Hot Reload: Select Project');
    await palette.pick('Select Project', 'Office');
    await palette.run('Hot Reload: Start');
    await office.says('hello you!');
  });

  scene.test('an edit goes to the one that it belongs to', async ({ editor }) => {
    await editor.open('Shop/Ending.cs');
    await editor.replace('"!"', '"?"');
    await editor.save();
    await shop.says('hello you?');
    assert.match(await office.get(), /^hello you!/);
  });

  scene.test('Stop asks which', async ({ palette }) => {
    await palette.run('Hot Reload: Stop');
    await palette.pick('which program', 'Shop');
    await shop.isGone();
    await office.says('hello you!');
  });
});

describe('a workspace that is not trusted', () => {
  let site: Site;
  const scene = new Scene({ trust: 'asked' }).prepared(async () => {
    site = await scene.workspace.addSite();
    // What a stranger's folder would like to have run, with what it would like to have in its environment.
    const evil = scene.workspace.write('evil', '#!/bin/sh\ntouch owned\n');
    chmodSync(evil, 0o755);
    scene.set({ 'hotReload.server.path': evil, 'hotReload.server.args': ['--evil'] });
  });

  scene.test('FAULT 40: nothing is started, and the status says why', async ({ page, editor }) => {
    await new StatusItem(page, 'untrusted').shows('Hot Reload: not trusted');
    await editor.open('Greeter.cs');
    assert.deepEqual(scene.processes.running('dotnet'), []);
    assert.deepEqual(scene.processes.running(scene.workspace.path('evil')), []);
  });

  scene.test(
    'FAULT 40: once it is trusted, everything works, and the folder does not choose the server',
    async ({ page, status, palette }) => {
      await new StatusItem(page, 'untrusted').click();
      await page.getByRole('button', { name: 'Trust', exact: true }).click();
      await status.shows('Hot Reload');
      assert.equal(scene.processes.running('HotReload.Lsp.dll').length, 1);
      assert.equal(existsSync(scene.workspace.path('owned')), false);
      await palette.run('Hot Reload: Start');
      await site.says('hello you!');
    },
  );

  scene.test('an edit applies', async ({ editor }) => {
    await editor.open('Ending.cs');
    await editor.replace('"!"', '"?"');
    await editor.save();
    await site.says('hello you?');
  });
});
