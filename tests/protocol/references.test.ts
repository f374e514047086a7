import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { methods, type ReloadResult } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { Server } from './server';
import { Workspace } from './workspace';

const versions =
  '<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>';
const json = '<PackageReference Include="Newtonsoft.Json" />';
const library = '<ProjectReference Include="../Lib/Lib.csproj" />';
const names = '<ProjectReference Include="../Names/Names.csproj" />';
const analyzers = '<PackageReference Include="NUnit.Analyzers" PrivateAssets="all" />';

describe('references that are added while a program runs', () => {
  const workspace = Workspace.greeter();
  const server = new Server({ after });
  let greeter: OpenDocument;
  let text: string;
  let started: number;

  const processId = async (): Promise<number> => {
    const [session] = await server.sessions();
    return session?.processes[0] ?? 0;
  };

  /** Adds something to the program's project, or to another file. */
  const add = (item: string, file = 'App/App.csproj'): void => {
    workspace.write(file, workspace.read(file).replace('</Project>', `  <ItemGroup>${item}</ItemGroup>\n</Project>`));
  };

  /** Says which version of a package is meant where it is referenced, and waits until that is taken note of. */
  const choose = async (name: string, version: string): Promise<void> => {
    server.statuses.skip();
    add(`<PackageVersion Include="${name}" Version="${version}" />`, 'Directory.Packages.props');
    await server.statuses.next(({ state }) => state === 'building');
    await server.statuses.next(({ state }) => state === 'ready');
  };

  /** Waits until the program has been given an assembly, and looks whether it is the same program. */
  const added = async (name: string): Promise<void> => {
    await server.events.next(({ kind, message }) => kind === 'referencesAdded' && message.startsWith(name));
    assert.equal(await processId(), started);
  };

  /** Writes another greeting and saves it; how that ended. */
  const greet = async (greeting: string): Promise<ReloadResult> => {
    server.results.skip();
    greeter.replace(text, greeting).save();
    text = greeting;
    return server.results.next(({ message }) => !message.endsWith('can be used from now on.'));
  };

  const write = (name: string, project: string, said: string): void => {
    workspace.write(`${name}/${name}.csproj`, project);
    workspace.write(
      `${name}/Words.cs`,
      `namespace ${name}; public static class Words { public static string Say() => "${said}"; }`,
    );
  };

  before(async () => {
    await server.initialize({ folder: workspace.folder });
    workspace.write('Directory.Packages.props', versions);
    const bare = workspace.read('App/App.csproj').replace('<OutputType>Exe</OutputType>', '');
    write('Lib', bare, 'library');
    write('Names', bare, 'names');
    await server.start();
    greeter = new OpenDocument(server, workspace.path('App/Greeter.cs'));
    text = 'return $"hello {name} {count}";';
    await server.statuses.next((status) => status.state === 'ready');
    started = await processId();
    assert.equal(await server.ask('a'), 'hello a 1');
  });

  test('a package, at first with a mistake, and then code that uses it: state is kept', async () => {
    await choose('Newtonsoft.Json', '13.0.3');
    assert.deepEqual(
      server.events.all.filter(({ kind }) => kind === 'referencesAdded'),
      [],
    );
    const mistake = json.replace('/>', 'Version="13.0.3" />');
    add(mistake);
    await server.statuses.next((status) => status.state === 'restartRequired');
    workspace.write('App/App.csproj', workspace.read('App/App.csproj').replace(mistake, json));
    await added('Newtonsoft.Json');
    const result = await greet('return Newtonsoft.Json.JsonConvert.SerializeObject(new[] { $"{name} {count}" });');
    assert.equal(result.outcome, 'applied', result.message);
    assert.equal(await server.ask('b'), '["b 2"]');
  });

  test('a project that was never built, with code that uses it: the code is held until then', async () => {
    add(library);
    const result = await greet('return $"{Lib.Words.Say()} {name} {count}";');
    assert.equal(result.outcome, 'held', result.message);
    await added('Lib');
    await server.results.next(({ outcome }) => outcome === 'applied');
    assert.equal(await server.ask('c'), 'library c 3');
  });

  test('one more, which only reflection finds', async () => {
    add(names);
    await added('Names');
    await server.results.next(({ message }) => message === 'Names can be used from now on.');
    const found = 'Type.GetType("Names.Words, Names")?.GetMethod("Say")?.Invoke(null, null)';
    assert.equal((await greet(`return $"{${found}} {name} {count}";`)).outcome, 'applied');
    assert.equal(await server.ask('d'), 'names d 4');
  });

  test('white space and comments in the project change nothing', async () => {
    const results = server.results.all.length;
    add('  <!-- a comment -->  ');
    assert.equal((await greet('return $"{Lib.Words.Say()} {name} {count}!";')).outcome, 'applied');
    assert.deepEqual([server.results.all.length, (await server.sessions())[0]?.state], [results + 1, 'ready']);
    assert.equal(await server.ask('e'), 'library e 5!');
  });

  test('a change of a project that was added needs a restart, and is a delta after it', async () => {
    const words = new OpenDocument(server, workspace.path('Lib/Words.cs'));
    server.results.skip();
    words.replace('"library"', '"changed"').save();
    const asked = await server.results.next();
    assert.deepEqual([asked.outcome, asked.diagnostics[0]?.code], ['restartRequired', 'HR1010']);
    const restarted: ReloadResult = await server.request(methods.restart, {});
    assert.equal(restarted.outcome, 'restarted', restarted.message);
    assert.equal(await server.ask('f'), 'changed f 1!');
    server.results.skip();
    words.replace('"changed"', '"again"').save();
    assert.equal((await server.results.next()).outcome, 'applied');
    assert.equal(await server.ask('g'), 'again g 2!');
    started = await processId();
  });

  test('a package that brings more than assemblies waits for a restart, and for none when it is taken back', async () => {
    await choose('NUnit.Analyzers', '4.15.0');
    const project = workspace.read('App/App.csproj');
    add(analyzers);
    const status = await server.statuses.next(({ state }) => state === 'restartRequired');
    assert.equal(status.message, 'App.csproj changed; the program is rebuilt with it at a restart.');
    workspace.write('App/App.csproj', project);
    await server.statuses.next(({ state }) => state === 'ready');
    assert.equal(await processId(), started);
    assert.equal(await server.end(), 0);
  });
});
