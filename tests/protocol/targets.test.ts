import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { methods, type ReloadResult, type SessionInfo } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { Server } from './server';
import { Workspace } from './workspace';

const program = `Console.WriteLine("up");
while (Console.ReadLine() is { } name)
{
    Console.WriteLine(Answers.To(name));
}
`;

const answers = `static class Answers
{
    public static string To(string name) => $"first {name} {Environment.Version.Major} {Extra.Value}";
}
`;

const project = (items: string): string => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFrameworks>net9.0;net10.0</TargetFrameworks>
    <ImplicitUsings>enable</ImplicitUsings>
    <UseAppHost>false</UseAppHost>
  </PropertyGroup>
  <ItemGroup>
    <Compile Remove="extra/**" />
    <Compile Include="extra/ten.cs" Condition="'$(TargetFramework)' == 'net10.0'" />
    <Compile Include="extra/nine.cs" Condition="'$(TargetFramework)' == 'net9.0'" />
    ${items}
  </ItemGroup>
</Project>
`;

describe('a program for several frameworks', () => {
  const workspace = new Workspace();
  const server = new Server({ after });
  let session: SessionInfo;
  let document: OpenDocument;

  before(async () => {
    workspace.write('App/App.csproj', project(''));
    workspace.write('App/Program.cs', program);
    workspace.write('App/Answers.cs', answers);
    workspace.write('App/extra/ten.cs', 'static class Extra { public static string Value => "ten"; }');
    workspace.write('App/extra/nine.cs', 'static class Extra { public static string Value => "nine"; }');
    workspace.write(
      'Lib/Lib.csproj',
      '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>',
    );
    workspace.write('Lib/Library.cs', 'public static class Library { public static string Say() => "library one"; }');
    await server.initialize({ folder: workspace.folder });
  });

  test('one that it is not made for is refused', async () => {
    await assert.rejects(server.start({ targetFramework: 'net7.0' }), /net7\.0.*net9\.0, net10\.0/);
  });

  test('the one that was asked for runs, with the items that its conditions choose', async () => {
    session = await server.start({ targetFramework: 'net10.0' });
    assert.equal(await server.ask('Ada'), 'first Ada 10 ten');
    document = new OpenDocument(server, workspace.path('App/Answers.cs'));
    document.replace('first', 'second').save();
    const applied = await server.results.next();
    assert.equal(applied.outcome, 'applied', applied.message);
    assert.equal(await server.ask('Bob'), 'second Bob 10 ten');
    new OpenDocument(server, workspace.path('App/extra/ten.cs')).replace('"ten"', '"conditional"').save();
    assert.equal((await server.results.next()).outcome, 'applied');
    assert.equal(await server.ask('Cleo'), 'second Cleo 10 conditional');
  });

  test('a reference to a project and one to a package are added', async () => {
    workspace.write(
      'App/App.csproj',
      project(
        '<ProjectReference Include="../Lib/Lib.csproj" /><PackageReference Include="Newtonsoft.Json" Version="13.0.3" />',
      ),
    );
    await server.statuses.next((status) => status.state === 'restartRequired' && status.message.includes('App.csproj'));
    document
      .replace('{Extra.Value}', '{Extra.Value} {Library.Say()} {Newtonsoft.Json.JsonConvert.SerializeObject(name)}')
      .save();
    await server.results.next((result) => result.outcome === 'held');
    // The errors are those of the old project: a restart is needed as before.
    await server.statuses.next((status) => status.state === 'restartRequired');
    const result = await server.request<ReloadResult>(methods.restart, {});
    assert.equal(result.outcome, 'restarted', result.message);
    assert.equal(await server.ask('Dora'), 'second Dora 10 conditional library one "Dora"');
    assert.deepEqual(
      (await server.sessions()).map(({ id }) => id),
      [session.id],
    );
  });

  test('the new project is part of the session', async () => {
    server.results.skip();
    workspace.write('Lib/Library.cs', 'public static class Library { public static string Say() => "library two"; }');
    assert.equal((await server.results.next()).outcome, 'applied');
    assert.equal(await server.ask('Emil'), 'second Emil 10 conditional library two "Emil"');
    assert.equal(await server.end(), 0);
  });
});
