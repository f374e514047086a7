import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Scene } from './scene';
import { lifeOf, type Site } from './site';

describe('an edit that the program can not take as it is', () => {
  let site: Site;
  let life = '';
  const scene = new Scene().prepared(async () => {
    site = await scene.workspace.addSite();
  });
  const livesOn = async (start: string): Promise<void> => {
    assert.equal(lifeOf(await site.says(start)), life);
  };
  const livesAnew = async (start: string): Promise<void> => {
    life = await site.saysAnew(start, life);
  };

  scene.test('Start of the palette starts the program', async ({ palette, status }) => {
    await palette.run('Hot Reload: Start');
    life = lifeOf(await site.says('hello you!'));
    await status.shows('Live');
  });

  scene.test('a syntax error holds everything back: the program runs on, the error is told', async (workbench) => {
    const { editor, status, problems } = workbench;
    await editor.open('Greeter.cs');
    await editor.replace('hello', 'hi');
    await editor.replace('return $', 'return oops $');
    await editor.save();
    await status.shows(/\d errors?/);
    await problems.open();
    await problems.shows(/hot reload.*CS\d+/s);
    await livesOn('hello you!');
  });

  scene.test('what is saved meanwhile waits, too; the fix applies it all', async ({ editor, status, problems }) => {
    await editor.open('Ending.cs');
    await editor.replace('"!"', '"?"');
    await editor.save();
    await editor.open('Greeter.cs');
    await livesOn('hello you!');
    await editor.replace('oops ', '');
    await editor.save();
    await livesOn('hi you?');
    await status.shows(/\d+ ms/);
    await problems.isEmpty();
  });

  scene.test('an edit that needs a restart is told at its place, and asked about once', async (workbench) => {
    const { editor, status, notifications, problems } = workbench;
    await editor.replace('static class', 'abstract class');
    await editor.replace('hi', 'hey');
    await editor.save();
    await status.shows('Restart');
    assert.equal(await status.kind(), 'warning');
    await notifications.shows(/restart/i);
    await notifications.press(/restart/i, 'Not Now');
    await problems.shows(/ENC\d+/);
    await livesOn('hi you?');
  });

  scene.test('the quick fix restarts the program', async ({ editor, status, notifications, problems }) => {
    await problems.goTo(/ENC\d+/);
    await editor.quickFix('Restart the program');
    await livesAnew('hey you?');
    await status.shows(/Restarted \d+ ms/);
    await problems.open();
    await problems.isEmpty();
    assert.equal(await notifications.count(), 0);
  });

  scene.test('the notification restarts it, too', async ({ editor, status, notifications }) => {
    await editor.focus();
    await editor.replace('abstract class', 'static class');
    await editor.replace('hey', 'ahoy');
    await editor.save();
    await notifications.press(/restart/i, 'Restart');
    await livesAnew('ahoy you?');
    await status.shows(/Restarted \d+ ms/);
  });

  scene.test('and then edits apply as before', async ({ editor }) => {
    await editor.focus();
    await editor.replace('ahoy', 'moin');
    await editor.save();
    await livesOn('moin you?');
  });
});
