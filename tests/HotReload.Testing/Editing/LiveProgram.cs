using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Fixtures;
using HotReload.Testing.Probing;

namespace HotReload.Testing.Editing;

/// <summary>A fixture, an editor on it, a session in that, and the program that runs: what most tests begin with.</summary>
public sealed class LiveProgram : IAsyncDisposable
{
    readonly StartParams _start;
    readonly Func<EditorClient, ValueTask> _leave;

    LiveProgram(Fixture fixture, EditorClient editor, StartParams start, SessionInfo session, HttpProbe web, Func<EditorClient, ValueTask> leave)
    {
        Fixture = fixture;
        Editor = editor;
        _start = start;
        Session = session;
        Web = web;
        _leave = leave;
    }

    /// <summary>The program's files.</summary>
    public Fixture Fixture { get; }

    /// <summary>The editor.</summary>
    public EditorClient Editor { get; private set; }

    /// <summary>The session, as it was started.</summary>
    public SessionInfo Session { get; }

    /// <summary>The program, if it listens where it was told to.</summary>
    public HttpProbe Web { get; }

    /// <summary>
    /// Takes a fixture and starts its program, without a launch profile and with <c>ASPNETCORE_URLS</c> set to a free port.
    /// </summary>
    /// <param name="fixture">The name of a program of <c>tests/fixtures</c>.</param>
    /// <param name="project">The project to run, relative; null: the only one.</param>
    /// <param name="mode">When to reload.</param>
    /// <param name="options">What the editor says to the server.</param>
    public static async Task<LiveProgram> StartAsync(
        string fixture, string? project = null, ReloadMode mode = ReloadMode.Save, InitializationOptions? options = null)
    {
        var taken = await Fixture.OpenAsync(fixture);
        return await StartAsync(taken, project, mode, new EditorOptions(taken.Root) { Initialization = options ?? new() });
    }

    /// <summary>Starts the program of a fixture as it is now, and has it: the fixture is given back with the program.</summary>
    /// <param name="taken">The fixture.</param>
    /// <param name="project">The project to run, relative; null: the only one.</param>
    /// <param name="mode">When to reload.</param>
    /// <param name="options">What kind of editor it is.</param>
    public static Task<LiveProgram> StartAsync(Fixture taken, string? project, ReloadMode mode, EditorOptions options) =>
        StartAsync(taken, project, mode, () => EditorClient.LaunchAsync(options), editor => editor.DisposeAsync());

    /// <summary>The same, with an editor from somewhere else.</summary>
    /// <param name="taken">The fixture.</param>
    /// <param name="project">The project to run, relative; null: the only one.</param>
    /// <param name="mode">When to reload.</param>
    /// <param name="open">Where the editor comes from.</param>
    /// <param name="leave">What becomes of it after the test.</param>
    internal static async Task<LiveProgram> StartAsync(
        Fixture taken, string? project, ReloadMode mode, Func<Task<EditorClient>> open, Func<EditorClient, ValueTask> leave)
    {
        EditorClient? editor = null;
        try
        {
            editor = await open();
            var url = FreePort.NextUrl();
            var start = new StartParams(
                Project: project is null ? null : taken.PathTo(project),
                LaunchProfile: "",
                Environment: Environment(url),
                Mode: mode);
            return new LiveProgram(taken, editor, start, await editor.StartAsync(start), new HttpProbe(url), leave);
        }
        catch
        {
            if (editor is not null)
            {
                await editor.DisposeAsync();
            }

            taken.Dispose();
            throw;
        }
    }

    /// <summary>Types over a text, character by character, and asks for a reload without saving.</summary>
    public async Task<ReloadResult> ApplyUnsavedAsync(string document, string old, string text)
    {
        await Editor.OpenAsync(document);
        await Editor.TypeOverAsync(document, old, text);
        return await Editor.ApplyAsync();
    }

    /// <summary>Replaces a text and saves, and waits for the result of that.</summary>
    public async Task<ReloadResult> SaveAsync(string document, string old, string text)
    {
        await Editor.OpenAsync(document);
        await Editor.ReplaceAsync(document, old, text);

        // Nobody opens, edits and saves within a few milliseconds. A server that has just started may still be reading that the
        // file is open when its watcher sees the disk change, and then it rightly is a change of a file that is not open.
        await Editor.SessionsAsync();
        Editor.PassOverResults();
        await Editor.SaveAsync(document);
        return await Editor.NextResultAsync();
    }

    /// <summary>Starts another server in the place of the one that was killed, and waits until the session goes on there.</summary>
    /// <returns>What the server says of that.</returns>
    public async Task<string> GoOnAsync()
    {
        await StartNextServerAsync();
        return (await Editor.EventAsync("recovered")).Message;
    }

    /// <summary>Starts another server in the place of one that was killed.</summary>
    public async Task StartNextServerAsync() => Editor = await Editor.StartNextServerAsync();

    /// <summary>Asks for the session as at its start; one that goes on already is joined.</summary>
    public Task<SessionInfo> StartAgainAsync() => Editor.StartAsync(_start);

    /// <summary>A mark: output after it is new.</summary>
    public int Mark() => Editor.Heard.Output.Length;

    /// <summary>Ends the program, and editor and server where they are nobody else's, and gives the files back.</summary>
    /// <exception cref="BadEndException">A process, a port or a secret is left behind.</exception>
    public async ValueTask DisposeAsync()
    {
        using (Fixture)
        using (Web)
        {
            await _leave(Editor);
            if (!FreePort.IsFree(Web.Address))
            {
                throw new BadEndException($"Somebody listens at {Web.Address}, although the program has ended.");
            }
        }
    }

    static ImmutableDictionary<string, string> Environment(string url) =>
        ImmutableDictionary<string, string>.Empty.Add("ASPNETCORE_URLS", url).Add("ASPNETCORE_ENVIRONMENT", "Development");
}
