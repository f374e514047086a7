import { describe } from 'node:test';
import { Scene } from './scene';

function configuration(console: string): string {
  const launch = { type: 'hotreload', request: 'launch', name: 'Desk', project: '${workspaceFolder}/Desk', console };
  return JSON.stringify({ configurations: [launch] });
}

describe('a program in the integrated terminal', () => {
  const scene = new Scene().prepared(() => {
    scene.workspace.addConsole();
  });

  scene.test('writes there and reads there', async ({ palette, terminal }) => {
    await palette.run('Hot Reload: Start');
    await terminal.shows('up');
    await terminal.type('Ada\n');
    await terminal.shows('hello Ada!');
  });

  scene.test('answers anew after an edit', async ({ editor, status, terminal }) => {
    await editor.open('Greeter.cs');
    await editor.replace('hello', 'hi');
    await editor.save();
    await status.shows(/\d+ ms/);
    await terminal.type('Bob\n');
    await terminal.shows('hi Bob!');
  });
});

describe('a program in the Debug Console', () => {
  const scene = new Scene().prepared(() => {
    scene.workspace.addConsole();
    scene.workspace.write('.vscode/launch.json', configuration('internalConsole'));
  });

  scene.test('writes there, and reads what is entered there', async ({ page, debug }) => {
    await page.keyboard.press('F5');
    await debug.consoleShows(`up at ${process.env.HOME ?? ''}`);
    await debug.enter('Ada');
    await debug.consoleShows('hello Ada!');
  });

  scene.test('answers anew after an edit', async ({ editor, status, debug }) => {
    await editor.open('Greeter.cs');
    await editor.replace('hello', 'hi');
    await editor.save();
    await status.shows(/\d+ ms/);
    await debug.enter('Bob');
    await debug.consoleShows('hi Bob!');
  });
});
