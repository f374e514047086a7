import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Scene } from './scene';
import type { Site } from './site';

describe('F5', () => {
  let site: Site;
  const scene = new Scene().prepared(async () => {
    site = await scene.workspace.addSite();
  });

  scene.test('starts the only program where nothing is configured', async ({ editor, page, debug, status }) => {
    await editor.open('Greeter.cs');
    await page.keyboard.press('F5');
    await site.says('hello you!');
    await debug.isActive();
    await status.shows('Live');
  });

  scene.test('with Shift ends it', async ({ page, status }) => {
    await page.keyboard.press('Shift+F5');
    await site.isGone();
    await status.shows('Hot Reload');
  });

  scene.test(
    'with a launch.json, the project named is started, with its arguments and variables',
    async ({ page, debug }) => {
      await scene.workspace.addSite('Other');
      const configuration = {
        ...{ type: 'hotreload', request: 'launch', name: 'The site' },
        ...{
          project: '${workspaceFolder}/Site',
          args: ['--size', 'large'],
          env: { REGION: 'eu', 'Region.Name': 'Europe' },
        },
      };
      scene.workspace.write('.vscode/launch.json', JSON.stringify({ configurations: [configuration] }));
      await debug.isConfigured('The site');
      await page.keyboard.press('F5');
      await site.says('hello you!');
      await debug.isActive();
      assert.equal(await site.get('/arguments'), '--size large');
      assert.equal(await site.get('/environment/REGION'), 'eu');
      assert.equal(await site.get('/environment/Region.Name'), 'Europe');
      assert.equal(await site.get('/environment/ASPNETCORE_ENVIRONMENT'), 'Development');
    },
  );

  scene.test('the debug toolbar restarts the program', async ({ debug }) => {
    const before = await site.get('/process');
    await debug.press('Restart');
    await site.saysOtherThan('/process', before);
    assert.equal(await site.get('/environment/REGION'), 'eu');
  });
});

describe('two projects that can be run', () => {
  let first: Site;
  let second: Site;
  const scene = new Scene().prepared(async () => {
    first = await scene.workspace.addSite('First');
    second = await scene.workspace.addSite('Second');
  });

  scene.test('a start asks which', async ({ status, palette }) => {
    await status.shows('Hot Reload');
    await status.click();
    await palette.pick('Select Project', 'Second');
    await second.says('hello you!');
    await first.isGone();
    await palette.run('Hot Reload: Stop');
    await second.isGone();
  });

  scene.test('the answer is kept', async ({ palette, status }) => {
    await status.shows('Hot Reload');
    await palette.run('Hot Reload: Start');
    await second.says('hello you!');
    await palette.run('Hot Reload: Stop');
    await second.isGone();
  });

  scene.test('Select Project changes it', async ({ palette, status }) => {
    await palette.run('Hot Reload: Select Project');
    await palette.pick('Select Project', 'First');
    await status.shows('Hot Reload');
    await status.click();
    await first.says('hello you!');
    await second.isGone();
  });
});
