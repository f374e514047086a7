import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { OpenDocument } from './document';
import { Server } from './server';
import { Workspace } from './workspace';

describe('a program that is restarted without being asked', () => {
  const workspace = Workspace.greeter();
  const greeter = workspace.path('App/Greeter.cs');
  const server = new Server({ after });
  let document: OpenDocument;

  const project = (constants: string): string =>
    workspace
      .read('App/App.csproj')
      .replace(
        /<DefineConstants>.*<.DefineConstants>|(?=<Nullable>)/,
        `<DefineConstants>${constants}</DefineConstants>`,
      );

  before(async () => {
    await server.initialize({ folder: workspace.folder, options: { restart: 'auto' } });
    workspace.write('App/Other.cs', 'static class Other { public static int Value() => 1; }');
    await server.start();
    document = new OpenDocument(server, greeter);
  });

  test('a saved edit that can be no delta', async () => {
    assert.equal(await server.ask('Ada'), 'hello Ada 1');
    document.replace('static class', 'abstract class').replace('hello', 'new').save();
    const refused = await server.results.next();
    assert.equal(refused.outcome, 'restartRequired', refused.message);
    const restarted = await server.results.next();
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    assert.equal(restarted.cause, 'restart');
    await server.statuses.next((status) => status.state === 'ready' && status.lastReload === restarted.id);
    assert.equal(await server.ask('Bob'), 'new Bob 1');
  });

  test('unsaved text is in it, too', async () => {
    document.replace('abstract class', 'static class').replace('new', 'newer');
    assert.equal((await server.apply()).outcome, 'restartRequired');
    const restarted = await server.results.next((result) => result.cause === 'restart');
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    assert.equal(await server.ask('Dora'), 'newer Dora 1');

    document.save();
    assert.deepEqual(
      server.results.all.map((result) => result.outcome),
      ['restartRequired', 'restarted', 'restartRequired', 'restarted'],
    );
  });

  test('start-up code, which has run already', async () => {
    const startUp = new OpenDocument(server, workspace.path('App/Program.cs'));
    startUp.replace('"up"', '"up again"').save();
    const applied = await server.results.next((result) => result.outcome === 'applied');
    assert.deepEqual(
      applied.diagnostics.map(({ code }) => code),
      ['ENC0118'],
    );
    const restarted = await server.results.next();
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    assert.equal(await server.lines.next((line) => line === 'up again'), 'up again');
    startUp.replace('"up again"', '"up"').save();
    await server.results.next((result) => result.outcome === 'restarted');
  });

  test('a changed project file', async () => {
    document.replace('return', '\n#if SHOUT\n        name = name.ToUpperInvariant();\n#endif\n        return').save();
    await server.results.next((result) => result.cause === 'save');
    server.results.skip();
    workspace.write('App/App.csproj', project('SHOUT'));
    const restarted = await server.results.next();
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    assert.equal(await server.lines.next((line) => line === 'up'), 'up');
    server.notify('hotReload/input', { text: 'Emil\n' });
    assert.equal(await server.lines.next((line) => line.includes('EMIL')), 'newer EMIL 1');
  });

  test('a project file that does not build, and its recovery', async () => {
    workspace.write('App/App.csproj', project('SHOUT').replace('</Project>', ''));
    const held = await server.results.next();
    assert.equal(held.outcome, 'held', held.message);
    await server.statuses.next((status) => status.state === 'held' && status.lastReload === held.id);
    workspace.write('App/App.csproj', project('').concat('\n</Project>\n'));
    const restarted = await server.results.next();
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    assert.equal(await server.ask('Finn'), 'newer Finn 1');
    assert.equal(await server.end(), 0);
  });
});
