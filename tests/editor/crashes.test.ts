import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { Scene } from './scene';
import { lifeOf, type Site } from './site';

const server = 'HotReload.Lsp.dll';

/** The language client starts the server again as often as this; then it gives up. */
const restarts = 4;

/** The client sends what is open to the next server, which may look whether the program has it. */
const goesOn = /Live|No change|ms/;

describe('what dies comes back, and no edit is lost', () => {
  let site: Site;
  let life = '';
  const scene = new Scene().prepared(async () => {
    site = await scene.workspace.addSite();
  });
  const killServer = (): void => {
    const running = scene.processes.running(server);
    assert.equal(running.length, 1);
    process.kill(running[0] ?? 0, 'SIGKILL');
  };
  const livesOn = async (start: string): Promise<void> => {
    assert.equal(lifeOf(await site.says(start)), life);
  };
  const livesAnew = async (start: string): Promise<void> => {
    life = await site.saysAnew(start, life);
  };

  scene.test('a killed server: the program goes on, with what was saved', async ({ palette, editor, status }) => {
    await palette.run('Hot Reload: Start');
    life = lifeOf(await site.says('hello you!'));
    await status.shows('Live');
    await editor.open('Greeter.cs');
    await editor.replace('hello', 'hi');
    await editor.save();
    await site.says('hi you!');
    await status.watch();
    killServer();
    await status.shows('Starting');
    await status.shows(goesOn);
    await livesOn('hi you!');
  });

  scene.test('Show Recoveries tells of it', async ({ palette, page }) => {
    await palette.run('Hot Reload: Show Recoveries');
    const report = page.frameLocator('iframe.webview').frameLocator('iframe[title]');
    await report.getByRole('heading', { name: 'Recoveries' }).waitFor();
    const row = report.getByRole('row', { name: /server ended/ });
    await row.getByText(/gone on with the program · recovered · (\d+ ms|[\d.]+ s)/).waitFor();
  });

  scene.test('Collect Diagnostics asks where to, and says what is in the file', async (workbench) => {
    const { palette, notifications, editor } = workbench;
    const file = scene.workspace.path('for-a-report.zip');
    await palette.run('Hot Reload: Collect Diagnostics');
    await palette.chooseFile('Hot Reload: Collect Diagnostics', file, 'Site');
    await notifications.shows(/9 files are in for-a-report\.zip/);
    assert.equal(readFileSync(file).subarray(0, 2).toString(), 'PK');

    // While a message is shown, Escape is for that, and not for what else is open.
    await palette.run('Notifications: Clear All Notifications');
    await editor.open('Greeter.cs');
  });

  scene.test('edits apply as before', async ({ editor, status }) => {
    await editor.focus();
    await editor.replace('hi', 'hey');
    await editor.save();
    assert.equal(lifeOf(await site.says('hey you!')), life);
    await status.shows(/\d+ ms/);
  });

  scene.test('FAULT 37: what is saved while the server is down is not lost', async ({ editor, status }) => {
    killServer();
    await editor.replace('hey', 'servus');
    await editor.save();
    await livesOn('servus you!');
    await status.shows(goesOn);
  });

  scene.test('a killed program is said to have ended; the next edit starts it', async ({ editor, status }) => {
    process.kill(Number(await site.get('/process')), 'SIGKILL');
    await status.shows('Ended');
    await editor.focus();
    await editor.replace('servus', 'moin');
    await editor.save();
    await livesAnew('moin you!');
    await status.shows(goesOn);
  });

  scene.test(
    'a server that dies again and again is lost; Restart of the message brings all back',
    async (workbench) => {
      const { status, notifications } = workbench;
      for (let death = 2; death < restarts; death++) {
        killServer();
        await status.shows('Starting');
        await status.shows(goesOn);
        await livesOn('moin you!');
      }

      process.kill(scene.processes.running(server)[0] ?? 0, 'SIGKILL');
      await status.shows('Hot Reload lost');
      assert.equal(await status.kind(), 'error');
      await notifications.press(/lost/, 'Restart');
      await status.shows(goesOn);
      await livesOn('moin you!');
    },
  );
});
