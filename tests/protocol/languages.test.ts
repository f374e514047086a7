import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { methods, type ReloadResult } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { Server } from './server';
import { Workspace } from './workspace';

const program = `Console.WriteLine("up");
while (Console.ReadLine() is { } name)
{
    Console.WriteLine(Answer.To(name));
}

static class Answer
{
    public static string To(string name) => $"{name} {FSharp.Words.greet(name)} {new Basic.Words().Count}";
}
`;

const library = (items: string): string => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><RootNamespace></RootNamespace></PropertyGroup>
  <ItemGroup>${items}</ItemGroup>
</Project>`;

const fsharp = (greeting: string): string =>
  `namespace FSharp\n\nmodule Words =\n    let greet (name: string) = "${greeting} " + name\n`;

const basic = (count: number): string =>
  `Namespace Basic\n    Public Class Words\n        Public ReadOnly Property Count As Integer = ${count}\n    End Class\nEnd Namespace\n`;

describe('projects in other languages', () => {
  const workspace = Workspace.greeter();
  const server = new Server({ after });

  before(async () => {
    workspace.write('FSharp/FSharp.fsproj', library('<Compile Include="Words.fs" />'));
    workspace.write('FSharp/Words.fs', fsharp('hello'));
    workspace.write('Basic/Basic.vbproj', library(''));
    workspace.write('Basic/Words.vb', basic(1));
    workspace.write('App/Greeter.cs', program);
    workspace.write('App/Program.cs', '');
    const references =
      '<ProjectReference Include="../FSharp/FSharp.fsproj" /><ProjectReference Include="../Basic/Basic.vbproj" />';
    workspace.write(
      'App/App.csproj',
      workspace.read('App/App.csproj').replace('</Project>', `<ItemGroup>${references}</ItemGroup></Project>`),
    );
    await server.initialize({ folder: workspace.folder });
    await server.start({ project: workspace.path('App/App.csproj') });
    await server.statuses.next((status) => status.state === 'ready');
  });

  test('are used by edits of the program', async () => {
    assert.equal(await server.ask('Ada'), 'Ada hello Ada 1');
    const document = new OpenDocument(server, workspace.path('App/Greeter.cs'));
    const result = server.results.next();
    document.replace('{FSharp.Words.greet(name)}', '{FSharp.Words.greet(name).ToUpperInvariant()}');
    document.save();
    assert.equal((await result).outcome, 'applied');
    assert.equal(await server.ask('Bob'), 'Bob HELLO BOB 1');
  });

  for (const [file, text, name, answer] of [
    ['FSharp/Words.fs', fsharp('good day'), 'Cy', 'Cy GOOD DAY CY 1'],
    ['Basic/Words.vb', basic(2), 'Dee', 'Dee GOOD DAY DEE 2'],
  ] as const) {
    test(`ask for a restart when ${file} changes, which builds them`, async () => {
      server.results.skip();
      const refused = server.results.next();
      workspace.write(file, text);
      const { outcome, diagnostics, message } = await refused;
      assert.deepEqual([outcome, diagnostics[0]?.code], ['restartRequired', 'ENC1009'], message);
      const restarted = await server.request<ReloadResult>(methods.restart, {});
      assert.equal(restarted.outcome, 'restarted', restarted.message);
      assert.equal(await server.ask(name), answer);
      await server.statuses.next((status) => status.state === 'ready' && status.lastReload === restarted.id);
    });
  }
});
