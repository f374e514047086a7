import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Scene } from './scene';
import type { Site } from './site';
import { Stopwatch, summary } from './stopwatch';
import type { Workbench } from './workbench/workbench';

const edits = 30;
const starts = 3;

/** What a user needs at least from a stop to the next start. In milliseconds. */
const between = 5_000;

describe('how long it takes', () => {
  let site: Site;
  const scene = new Scene({ timed: true }).prepared(async () => {
    site = await scene.workspace.addSite();
  });

  /** Types one letter into the greeting, and does what it takes for the program to have it. */
  const edit = async (workbench: Workbench, publish: () => Promise<void>): Promise<number> => {
    const changed = site.changed(await site.get());
    await workbench.editor.type('a');
    await publish();
    return await changed;
  };

  scene.test('VS Code activates the extension', async ({ palette, page }) => {
    await palette.run('Developer: Show Running Extensions');
    const ours = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Hot Reload for C#' });
    const time = await ours.locator('.activation-time').innerText();
    console.log(`activation, as VS Code has measured it: ${time.replaceAll(/\s+/g, ' ')} (target: less than 100 ms)`);
    assert.match(time, /\d+ms/);
  });

  scene.test('a save', async (workbench) => {
    const { palette, status, editor, page } = workbench;
    await palette.run('Hot Reload: Start');
    await site.says('hello you!');
    await status.shows('Live');
    await editor.open('Greeter.cs');
    await editor.replace('hello', 'hello a');
    const watch = await Stopwatch.start(page);
    const toProgram: number[] = [];
    const toStatus: (number | undefined)[] = [];
    const inServer: number[] = [];
    for (let count = 0; count < edits; count++) {
      const changed = await edit(workbench, () => editor.save());
      const pressed = await watch.lastKey('s');
      const shown = await watch.nextText(pressed);
      toProgram.push(changed - pressed);
      toStatus.push(shown && shown - pressed);
      inServer.push(Number.parseInt(await status.text(), 10));
    }

    console.log(`save to the program's new answer: ${summary(toProgram)}`);
    console.log(`save to the status text: ${summary(toStatus)}`);
    console.log(`of it in the server, the rest being VS Code's way to save: ${summary(inServer)}`);
  });

  scene.test('a key press with applyOn type', async (workbench) => {
    scene.set({ 'hotReload.applyOn': 'type' });
    await workbench.status.tooltipShows('applies on type');
    await workbench.editor.focus();
    const watch = await Stopwatch.start(workbench.page);
    const toProgram: number[] = [];
    for (let count = 0; count < edits; count++) {
      const changed = await edit(workbench, () => Promise.resolve());
      toProgram.push(changed - (await watch.lastKey('a')));
    }

    console.log(`key press to the program's new answer: ${summary(toProgram)}`);
  });

  scene.test('a start of a program that was started before', async ({ palette, page }) => {
    const watch = await Stopwatch.start(page);
    const toProgram: number[] = [];
    for (let count = 0; count < starts; count++) {
      await palette.run('Hot Reload: Stop');
      await site.isGone();
      await delay(between);
      await palette.run('Hot Reload: Start');
      await site.says('hello');
      toProgram.push(Date.now() - (await watch.lastKey('Enter')));
    }

    console.log(`start to the program's first answer: ${summary(toProgram)}`);
  });
});
