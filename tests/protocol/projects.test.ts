import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { methods, type ReloadResult, type SessionInfo } from '../../extension/src/protocol';
import { OpenDocument } from './document';
import { Server } from './server';
import { Workspace } from './workspace';

const program = `using System.Resources;
Console.WriteLine("up");
while (Console.ReadLine() is { } name)
{
    Console.WriteLine(Answer(name));
}

static string Answer(string name)
{
    var unused = 0;
    var texts = new ResourceManager("App.Strings", typeof(Marker).Assembly);
    return name switch
    {
        "text" => $"text {texts.GetString("Hello", System.Globalization.CultureInfo.InvariantCulture)}",
        "german" => $"german {texts.GetString("Hello", new System.Globalization.CultureInfo("de"))}",
        "args" => $"args {string.Join('+', args_)} {Environment.GetEnvironmentVariable("COLOUR")}",
        "motto" => $"motto {new StreamReader(typeof(Marker).Assembly.GetManifestResourceStream("motto")!).ReadToEnd()}",
        "verse" => $"verse {Verse.Text}",
        "words" => $"words {File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "words", "list.txt"))}",
        "constant" => $"constant {Constant()}",
        "library" => $"library {Type.GetType("Words, Lib")?.GetMethod("Say")?.Invoke(null, null) ?? "none"}",
        "framework" => $"framework {AppContext.TargetFrameworkName}",
        _ => $"edit 1 {name}",
    };
}

static string Constant() =>
#if SHOUT
    "SHOUT";
#else
    "quiet";
#endif

partial class Program
{
    static readonly string[] args_ = Environment.GetCommandLineArgs()[1..];
}

class Marker;
`;

const items = `<ItemGroup>
  <EmbeddedResource Include="motto.txt" LogicalName="motto" />
  <None Update="words/*.txt" CopyToOutputDirectory="PreserveNewest" />
  <Poem Include="verse.txt" />
  <Compile Include="obj/Verse.cs" />
</ItemGroup>
<Target Name="MakeVerse" BeforeTargets="BeforeBuild" Inputs="@(Poem)" Outputs="obj/Verse.cs">
  <WriteLinesToFile File="obj/Verse.cs" Overwrite="true"
    Lines="class Verse { public const string Text = &quot;$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/verse.txt'))&quot;%3B }" />
</Target>
</Project>`;

const resx = (hello: string): string =>
  `<root><resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>
<resheader name="version"><value>2.0</value></resheader>
<resheader name="reader"><value>System.Resources.ResXResourceReader, System.Windows.Forms</value></resheader>
<resheader name="writer"><value>System.Resources.ResXResourceWriter, System.Windows.Forms</value></resheader>
<data name="Hello" xml:space="preserve"><value>${hello}</value></data></root>`;

const profile = (colour: string): string =>
  JSON.stringify({
    profiles: { app: { commandName: 'Project', commandLineArgs: 'a b', environmentVariables: { COLOUR: colour } } },
  });

describe('files that say how a program is built and started', () => {
  const workspace = Workspace.greeter();
  const project = workspace.path('App/App.csproj');
  const server = new Server({ after });
  let session: SessionInfo;
  let document: OpenDocument;

  const words = (text: string): string => `public static class Words { public static string Say() => "${text}"; }`;

  const changeProject = (old: string, text: string): void => {
    workspace.write('App/App.csproj', workspace.read('App/App.csproj').replace(old, text));
  };

  const restart = (): Promise<ReloadResult> => server.request(methods.restart, {});

  /** Waits until the session asks for a restart because of a file. */
  const asked = async (reason: string): Promise<void> => {
    const status = await server.statuses.next((each) => each.state === 'restartRequired');
    assert.ok(status.message.includes(reason), status.message);
  };

  /** Restarts, and looks whether it is the same session still. */
  const restarted = async (): Promise<ReloadResult> => {
    const result = await restart();
    assert.equal(result.outcome, 'restarted', result.message);
    assert.deepEqual(
      (await server.sessions()).map(({ id, mode }) => [id, mode]),
      [[session.id, session.mode]],
    );
    await server.statuses.next((status) => status.state === 'ready' && status.lastReload === result.id);
    return result;
  };

  before(async () => {
    workspace.write('App/Program.cs', program);
    workspace.write('App/Strings.resx', resx('hello'));
    workspace.write('App/Strings.de.resx', resx('hallo'));
    workspace.write('App/App.csproj', workspace.read('App/App.csproj').replace('</Project>', items));
    workspace.write('App/motto.txt', 'onward');
    workspace.write('App/verse.txt', 'roses');
    workspace.write('App/words/list.txt', 'ant bee');
    workspace.write('App/Properties/launchSettings.json', profile('red'));
    workspace.write('App/.editorconfig', 'root = true\n');
    rmSync(workspace.path('App/Greeter.cs'));
    await server.initialize({ folder: workspace.folder });
    session = await server.start();
    document = new OpenDocument(server, workspace.path('App/Program.cs'));
    await server.statuses.next((status) => status.state === 'ready');
  });

  test('a file that a build copies beside the program is copied, and nothing else happens', async () => {
    assert.equal(await server.ask('words'), 'words ant bee');
    workspace.write('App/words/list.txt', 'cat dog');
    await server.events.next(({ kind, message }) => kind === 'contentCopied' && message.includes('list.txt'));
    assert.equal(await server.ask('words'), 'words cat dog');
    assert.equal((await server.sessions())[0]?.state, 'ready');
  });

  test('resources, one of them in a satellite assembly, and an embedded file', async () => {
    assert.equal(await server.ask('motto'), 'motto onward');
    assert.equal(await server.ask('text'), 'text hello');
    assert.equal(await server.ask('german'), 'german hallo');
    workspace.write('App/Strings.resx', resx('good day'));
    workspace.write('App/Strings.de.resx', resx('guten Tag'));
    workspace.write('App/motto.txt', 'upward');
    await server.statuses.next(({ message }) => message.includes('motto.txt') && message.includes('Strings.resx'));
    await restarted();
    assert.equal(await server.ask('motto'), 'motto upward');
    assert.equal(await server.ask('text'), 'text good day');
    assert.equal(await server.ask('german'), 'german guten Tag');
  });

  test('a file that the build makes code from', async () => {
    assert.equal(await server.ask('verse'), 'verse roses');
    workspace.write('App/verse.txt', 'violets');
    await asked('verse.txt');
    await restarted();
    assert.equal(await server.ask('verse'), 'verse violets');
  });

  test('a launch profile', async () => {
    assert.equal(await server.ask('args'), 'args a+b red');
    workspace.write('App/Properties/launchSettings.json', profile('green'));
    await asked('The launch profile');
    await restarted();
    assert.equal(await server.ask('args'), 'args a+b green');
  });

  test('a launch profile that can not be read changes nothing', async () => {
    workspace.write('App/Properties/launchSettings.json', '{ "profiles": ');
    await restarted();
    await server.events.next(({ kind, message }) => kind === 'warning' && message.includes('launchSettings.json'));
    assert.equal(await server.ask('args'), 'args a+b green');
    workspace.write('App/Properties/launchSettings.json', profile('green'));
  });

  test('a constant of Directory.Build.props, which was not there before', async () => {
    assert.equal(await server.ask('constant'), 'constant quiet');
    workspace.write(
      'Directory.Build.props',
      `<Project><PropertyGroup Condition="'$(MSBuildProjectName)' == 'App'"><DefineConstants>$(DefineConstants);SHOUT</DefineConstants></PropertyGroup></Project>`,
    );
    await asked('Directory.Build.props');
    const before = server.events.all.length;
    await restarted();
    assert.equal(await server.ask('constant'), 'constant SHOUT');

    // One build, and the program before ended only when it was compiled.
    const kinds = server.events.all.slice(before).map(({ kind }) => kind);
    assert.deepEqual(
      kinds.filter((kind) => /^(build|program)/.test(kind)),
      ['buildStarted', 'buildFinished', 'programExited', 'programStarted'],
    );
  });

  test('a reference to a project that was not there before, with other properties', async () => {
    assert.equal(await server.ask('library'), 'library none');
    workspace.write(
      'Lib/Lib.csproj',
      workspace.read('App/App.csproj').replace(/<OutputType>.*?<\/OutputType>|<ItemGroup>[^]*<\/ItemGroup>/g, ''),
    );
    workspace.write('Lib/Words.cs', words('one'));
    changeProject(
      '</Project>',
      '<PropertyGroup><Company>Words</Company></PropertyGroup><ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup></Project>',
    );
    await asked('App.csproj');
    await restarted();
    assert.equal(await server.ask('library'), 'library one');
  });

  test('text that is written while the program is built, too late for that', async () => {
    workspace.write('late.txt', words('late'));
    changeProject(
      '</Project>',
      `<Target Name="Late" AfterTargets="CoreCompile" Condition="Exists('../late.txt')">
         <Copy SourceFiles="../late.txt" DestinationFiles="../Lib/Words.cs" />
         <Delete Files="../late.txt" />
       </Target></Project>`,
    );
    await asked('App.csproj');
    await restarted();
    assert.equal(await server.ask('library'), 'library late');
  });

  test('a project file that is broken: the program runs on, edits are applied, and the mended file counts', async () => {
    const text = workspace.read('App/App.csproj');
    workspace.write('App/App.csproj', text.replace('</PropertyGroup>', ''));
    await asked('App.csproj');
    const held = await restart();
    assert.equal(held.outcome, 'held', held.message);
    assert.deepEqual(
      held.diagnostics.map(({ code, file }) => [code, file]),
      [['MSB4025', project]],
    );
    await server.diagnostics.next((each) => each.uri.endsWith('App.csproj') && each.diagnostics.length > 0);
    assert.equal(await server.ask('x'), 'edit 1 x');
    server.results.skip(); // The text that was late may have reached the program before its restart, too.
    document.replace('edit 1', 'edit 2').save();
    await server.results.next((result) => result.outcome === 'applied');
    assert.equal(await server.ask('y'), 'edit 2 y');
    await asked('App.csproj');

    workspace.write('App/App.csproj', text);
    await server.statuses.next((status) => status.state === 'ready');
    workspace.write('App/App.csproj', text.replace('</PropertyGroup>', '<Product>Other</Product></PropertyGroup>'));
    await asked('App.csproj');
    await restarted();
    assert.equal(await server.ask('z'), 'edit 2 z');
  });

  test('a global.json for another SDK: the program runs on, and it is said what is missing', async () => {
    const file = workspace.write('global.json', '{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }');
    await asked('global.json');
    const held = await restart();
    assert.equal(held.outcome, 'held', held.message);
    assert.match(held.message, /99\.0\.100/);
    assert.equal(await server.ask('z'), 'edit 2 z');
    rmSync(file);
    await server.statuses.next((status) => status.state === 'ready');
  });

  test('an .editorconfig changes nothing that runs, and counts for the next edit', async () => {
    server.results.skip();
    workspace.write(
      'App/.editorconfig',
      'root = true\n[*.cs]\nindent_size = 4\ndotnet_diagnostic.CA1822.severity = error\n',
    );
    const none = await server.results.next();
    assert.equal(none.outcome, 'noChange', none.message);
    workspace.write('App/.editorconfig', 'root = true\n[*.cs]\ndotnet_diagnostic.CS0219.severity = error\n');
    await server.results.next((result) => result.outcome === 'noChange');
    document.replace('edit 2', 'edit two').save();
    const applied = await server.results.next();
    assert.deepEqual([applied.outcome, applied.diagnostics.map(({ code }) => code)], ['applied', ['CS0219']]);
    document.replace('edit two', 'edit 2').save();
    await server.results.next();
  });

  test('settings of the program, its solution and other projects are none of the session’s business', async () => {
    const before = server.results.all.length;
    workspace.write('App/appsettings.json', '{}');
    workspace.write('App.sln', '');
    workspace.write('App.slnx', '<Solution />');
    workspace.write('Other/Other.csproj', '<Project />');
    workspace.write('Other/Directory.Build.props', '<Project />');
    workspace.write('Other/Strings.resx', resx('other'));
    document.replace('edit 2', 'edit 3').save();
    await server.results.next((result) => result.outcome === 'applied');
    assert.equal(server.results.all.length, before + 1);
    assert.notEqual((await server.sessions())[0]?.state, 'restartRequired');
    assert.equal(await server.end(), 0);
  });
});
