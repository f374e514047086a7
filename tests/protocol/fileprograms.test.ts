import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type DocumentStatus,
  methods,
  type ProjectList,
  type ReloadResult,
  type SessionInfo,
} from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { Server, uriOf } from './server';
import { Workspace } from './workspace';

// What `PublishAot` turns off, by names: its packages are not on every feed.
const program = `#:property PublishAot=false
#:property StartupHookSupport=false
#:property MetadataUpdaterSupport=false
#:project ../Lib/Lib.csproj
Console.WriteLine("up");
while (Console.ReadLine() is { } name)
{
    Console.WriteLine(Answers.To(name));
}

static class Answers
{
    public static string To(string name) => $"first {name} {Library.Say()} {Loud}";

#if LOUD
    const string Loud = "loud";
#else
    const string Loud = "quiet";
#endif
}
`;

describe('a program that is one file', () => {
  const workspace = new Workspace();
  const server = new Server({ after });
  let session: SessionInfo;
  let file: string;
  let document: OpenDocument;

  before(async () => {
    workspace.write(
      'Lib/Lib.csproj',
      '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>',
    );
    workspace.write('Lib/Library.cs', 'public static class Library { public static string Say() => "one"; }');
    file = workspace.write('tools/app.cs', program);
    workspace.write('tools/other.cs', 'System.Console.WriteLine("another program");');
    await server.initialize({ folder: workspace.folder });
  });

  test('it is found, and runs', async () => {
    const { projects } = await server.request<ProjectList>(methods.projects);
    assert.deepEqual(
      projects.map(({ path, name }) => [path, name]),
      [[file, 'app']],
    );
    session = await server.start({ project: file });
    assert.deepEqual([session.project, session.name], [file, 'app']);
    assert.equal(await server.ask('Ada'), 'first Ada one quiet');
  });

  test('an edit of the file, and one of a project that it refers to', async () => {
    document = new OpenDocument(server, file);
    document.replace('first', 'second').save();
    const applied = await server.results.next();
    assert.equal(applied.outcome, 'applied', applied.message);
    assert.equal(await server.ask('Bob'), 'second Bob one quiet');
    new OpenDocument(server, workspace.path('Lib/Library.cs')).replace('one', 'two').save();
    assert.equal((await server.results.next()).outcome, 'applied');
    assert.equal(await server.ask('Cleo'), 'second Cleo two quiet');
  });

  test('another program in the same folder is none of it', async () => {
    const other = new OpenDocument(server, workspace.path('tools/other.cs'));
    other.replace('another', 'yet another').save();
    const status = await server.request<DocumentStatus>(methods.document, {
      uri: uriOf(workspace.path('tools/other.cs')),
    });
    assert.equal(status.state, 'notInProgram');
  });

  test('an edit that needs a restart is made from memory', async () => {
    document.replace('static class Answers', 'abstract class Answers').save();
    await server.results.next((result) => result.outcome === 'restartRequired');
    const result = await server.request<ReloadResult>(methods.restart, {});
    assert.equal(result.outcome, 'restarted', result.message);
    assert.match(result.message, /all text that the editor has/);
    assert.equal(await server.ask('Dora'), 'second Dora two quiet');
  });

  test('a directive is a change of the project', async () => {
    document.replace('#:project', '#:property DefineConstants=$(DefineConstants);LOUD\n#:project').save();
    const asked = await server.statuses.next(
      (status) => status.state === 'restartRequired' && status.message.includes('directives'),
    );
    assert.match(asked.message, /app\.cs/);
    const result = await server.request<ReloadResult>(methods.restart, {});
    assert.equal(result.outcome, 'restarted', result.message);
    assert.equal(await server.ask('Emil'), 'second Emil two loud');
    server.results.skip();
    document.replace('second', 'third').save();
    assert.equal(
      (await server.results.next((each) => each.cause === 'save' && each.outcome !== 'noChange')).outcome,
      'applied',
    );
    assert.equal(await server.ask('Finn'), 'third Finn two loud');
  });

  test('a directive that can not be built leaves the program as it is', async () => {
    document.replace('#:project', '#:package No.Such.Package@1.0.0\n#:project').save();
    await server.statuses.next((status) => status.state === 'restartRequired' && status.message.includes('directives'));
    const held = await server.request<ReloadResult>(methods.restart, {});
    assert.equal(held.outcome, 'held', held.message);
    assert.match(held.message, /No\.Such\.Package/);
    assert.equal(await server.ask('Gus'), 'third Gus two loud');
    document.replace('#:package No.Such.Package@1.0.0\n', '').save();
    await server.statuses.next((status) => status.state === 'ready');
    assert.equal((await server.sessions())[0]?.id, session.id);
    assert.equal(await server.end(), 0);
  });
});
