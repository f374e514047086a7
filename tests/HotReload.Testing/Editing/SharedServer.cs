using HotReload.Lsp.Protocol;
using HotReload.Testing.Fixtures;

namespace HotReload.Testing.Editing;

/// <summary>
/// A server that tests take over from each other, as the first start of a server costs ten times what another session of it does. It is
/// started by the first test, and by the next one where a test has left it in any trouble; a second test at the same time has a
/// server of its own. What a test needs of a server that nobody had before (its environment, what it remembers, its end) is for
/// <see cref="LiveProgram.StartAsync(string, string?, ReloadMode, InitializationOptions?)"/>.
/// </summary>
public sealed class SharedServer : IAsyncDisposable
{
    EditorClient? _idle;

    /// <summary>As <see cref="LiveProgram.StartAsync(string, string?, ReloadMode, InitializationOptions?)"/>.</summary>
    /// <param name="fixture">The name of a program of <c>tests/fixtures</c>.</param>
    /// <param name="project">The project to run, relative; null: the only one.</param>
    /// <param name="mode">When to reload.</param>
    /// <param name="options">What the editor says to the server.</param>
    public async Task<LiveProgram> StartAsync(
        string fixture, string? project = null, ReloadMode mode = ReloadMode.Save, InitializationOptions? options = null) =>
        await StartAsync(await Fixture.OpenAsync(fixture), project, mode, options);

    /// <summary>Starts the program of a fixture as it is now, and has it: the fixture is given back with the program.</summary>
    /// <param name="taken">The fixture.</param>
    /// <param name="project">The project to run, relative; null: the only one.</param>
    /// <param name="mode">When to reload.</param>
    /// <param name="options">What the editor says to the server.</param>
    public Task<LiveProgram> StartAsync(
        Fixture taken, string? project = null, ReloadMode mode = ReloadMode.Save, InitializationOptions? options = null) =>
        LiveProgram.StartAsync(taken, project, mode, () => OpenAsync(taken.Root, options ?? new()), LeaveAsync);

    /// <summary>Ends the server that nobody is at.</summary>
    /// <exception cref="BadEndException">A process is left behind.</exception>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _idle, null) is { } idle)
        {
            await idle.DisposeAsync();
        }
    }

    Task<EditorClient> OpenAsync(string root, InitializationOptions initialization)
    {
        if (initialization.RunInTerminal is not null)
        {
            throw new ArgumentException("Only a server that is started can be told of a terminal.", nameof(initialization));
        }

        var options = new EditorOptions(root) { Initialization = initialization };
        return Interlocked.Exchange(ref _idle, null) is { } idle ? idle.FollowAsync(options) : EditorClient.LaunchAsync(options);
    }

    async ValueTask LeaveAsync(EditorClient editor)
    {
        var kept = false;
        try
        {
            kept = await editor.LeaveAsync() && Interlocked.CompareExchange(ref _idle, editor, null) is null;
        }
        finally
        {
            if (!kept)
            {
                await editor.DisposeAsync();
            }
        }
    }
}
