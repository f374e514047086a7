import { describe } from 'node:test';
import { Scene } from './scene';
import type { Site } from './site';

/** What the README shows: its pictures are taken here. */
describe('the sample of the README', () => {
  let site: Site;
  const scene = new Scene({
    folder: 'Todo',
    window: { width: 1180, height: 680 },
    settings: { 'window.commandCenter': false },
  }).prepared(async () => {
    site = await scene.workspace.addFixture('minimal-api');
  });

  scene.test('a program with a state changes, edit after edit', async (workbench) => {
    const { palette, editor, status, sessions } = workbench;
    await palette.run('Hot Reload: Start');
    await site.says('2 things to do', '/summary');
    await site.post('/items/Sleep');
    await status.shows('Live');
    await sessions.open();
    await sessions.closeOthers();
    await editor.open('TodoEndpoints.cs');
    let words = 'things to do';
    for (const next of ['things to do today', 'things for today', 'things for today!!', 'things to do today!! :-)']) {
      await editor.replace(words, next);
      await editor.save();
      await site.says(`3 ${next}`, '/summary');
      await status.shows(/\d+ ms/);
      words = next;
    }

    await sessions.expand(/applied/);
    await status.tooltipShows('State: kept');
    await workbench.picture('vscode');
  });

  scene.test('an edit that needs a restart says why, and offers it', async (workbench) => {
    const { editor, status, notifications, sessions } = workbench;
    await editor.open('TodoList.cs');
    await editor.replace('class TodoList', 'class TodoList : IDisposable');
    await editor.replace('public int Visit()', 'public void Dispose() => _items.Clear();\n\n    public int Visit()');
    await editor.save();
    await status.shows('Restart');
    await notifications.press(/restart/i, 'Not Now');
    await editor.goToNextProblem();
    const fix = await editor.openQuickFixes('Restart the program');
    await sessions.shows(/Todo.*restart needed/s);
    await workbench.picture('vscode-restart');
    await fix.click();
    await site.says('2 things to do today!! :-)', '/summary');
    await status.shows(/Restarted \d+ ms/);
  });
});
