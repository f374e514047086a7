import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { OpenDocument } from './document';
import { Server } from './server';
import { Workspace } from './workspace';

/** Writes when its process was started, when its own code began, and when it had ended: slowly, where there is a file "slow". */
const life = `using System.Runtime.InteropServices;

static class Life
{
    static IDisposable? s_end;

    [System.Runtime.CompilerServices.ModuleInitializer]
    internal static void Begin()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        Note("started", process.StartTime);
        Note("began", DateTime.Now);
        s_end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ =>
        {
            Thread.Sleep(File.Exists("slow") ? 1000 : 0);
            Note("ended", DateTime.Now);
        });
    }

    static void Note(string what, DateTime when) => File.AppendAllText("life", what + " " + new DateTimeOffset(when).ToUnixTimeMilliseconds() + "\\n");
}
`;

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
    workspace.write('App/Life.cs', life);
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

  test(
    'its runtime starts while the one before ends, its own code only after that',
    { skip: process.platform === 'win32' },
    async () => {
      workspace.write('App/slow', '');
      document.replace('static class', 'abstract class').save();
      const restarted = await server.results.next((result) => result.cause === 'restart');
      assert.equal(restarted.outcome, 'restarted', restarted.message);
      rmSync(workspace.path('App/slow'));
      assert.equal(await server.ask('Eva'), 'newer Eva 1');

      const notes = workspace
        .read('App/life')
        .trim()
        .split('\n')
        .map((line) => line.split(' '));
      const programs = ['started', 'began', 'ended'];
      assert.deepEqual(
        notes.map(([what]) => what),
        [...programs, ...programs, ...programs, 'started', 'began'],
      );
      const [ended = 0, started = 0, began = 0] = notes.slice(-3).map(([, when]) => Number(when));
      assert.ok(started < ended && ended <= began, `ended ${ended}, started ${started}, began ${began}`);
      document.replace('abstract class', 'static class').save();
      await server.results.next((result) => result.outcome === 'restarted');
      server.results.skip();
    },
  );

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
