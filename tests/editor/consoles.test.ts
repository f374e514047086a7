import { describe } from 'node:test';
import { Scene } from './scene';

function configuration(console: string): string {
  const launch = {
    type: 'hotreload',
    request: 'launch',
    name: 'The desk',
    project: '${workspaceFolder}/Desk',
    console,
  };
  return JSON.stringify({ configurations: [launch] });
}

describe('a program that is talked to', () => {
  const scene = new Scene().prepared(() => {
    scene.workspace.addConsole();
  });

  scene.test('in the integrated terminal writes there and reads there', async ({ palette, terminal }) => {
    await palette.run('Hot Reload: Start');
    await terminal.shows('up');
    await terminal.type('Ada\n');
    await terminal.shows('hello Ada!');
  });

  scene.test('in the integrated terminal answers anew after an edit', async ({ editor, status, terminal }) => {
    await editor.open('Greeter.cs');
    await editor.replace('hello', 'hi');
    await editor.save();
    await status.shows(/\d+ ms/);
    await terminal.type('Bob\n');
    await terminal.shows('hi Bob!');
  });

  scene.test('in the Debug Console writes there, and reads what is entered there', async (workbench) => {
    const { palette, status, page, debug } = workbench;
    await palette.run('Hot Reload: Stop');
    await status.shows('Hot Reload');
    scene.workspace.write('.vscode/launch.json', configuration('internalConsole'));
    await debug.isConfigured('The desk');
    await page.keyboard.press('F5');
    await debug.consoleShows(`up at ${process.env.HOME ?? ''}`);
    await debug.enter('Ada');
    await debug.consoleShows('hi Ada!');
  });

  scene.test('in the Debug Console answers anew after an edit', async ({ editor, status, debug }) => {
    await editor.open('Greeter.cs');
    await editor.replace('hi', 'hey');
    await editor.save();
    await status.shows(/\d+ ms/);
    await debug.enter('Bob');
    await debug.consoleShows('hey Bob!');
  });
});
