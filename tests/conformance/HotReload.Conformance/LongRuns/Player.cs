using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Editing;
using HotReload.Testing.Fixtures;
using HotReload.Testing.Probing;
using HotReload.Testing.Waiting;
using Files = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace HotReload.Conformance.LongRuns;

/// <summary>A user with an editor, a server and a program, and what the disk then has, which is what the program is to run.</summary>
sealed class Player : IAsyncDisposable
{
    /// <summary>How long the server may take to see a change that nobody told it of.</summary>
    static readonly TimeSpan s_notice = TimeSpan.FromSeconds(20);

    readonly Fixture _fixture;
    readonly string _temporary = Directory.CreateTempSubdirectory("hr-long-").FullName;
    readonly List<EditorClient> _killed = [];
    int _asked;
    int _settled;

    Player(Fixture fixture, Files files) => (_fixture, Files) = (fixture, files);

    /// <summary>The editor, of the server that runs now.</summary>
    public EditorClient Editor { get; private set; } = null!;

    /// <summary>Relative path to text: what is on disk, and saved of what is open.</summary>
    public Files Files { get; private set; }

    /// <summary>Where the program's page is.</summary>
    public Uri Page { get; } = new(FreePort.NextUrl());

    /// <summary>The folder of the code.</summary>
    public string Root => _fixture.Root;

    /// <summary>The program's process; 0 where it does not run.</summary>
    public int Program => Editor.Heard.Statuses.All() is [.., { Processes: [var first, ..] }] ? first : 0;

    /// <summary>All results of all servers.</summary>
    public IEnumerable<ReloadResult> Results => _killed.Append(Editor).SelectMany(editor => editor.Heard.Results.All());

    /// <summary>Takes a code base and starts its program.</summary>
    public static async Task<Player> StartAsync(FixtureSource source, CancellationToken cancellationToken)
    {
        var fixture = await Fixture.OpenAsync(source, cancellationToken: cancellationToken);
        var player = new Player(fixture, source.Files.ToImmutableSortedDictionary(
            file => file.Path, file => System.Text.Encoding.UTF8.GetString(file.Content.AsSpan()), StringComparer.Ordinal));
        await player.StartServerAsync(cancellationToken);
        return player;
    }

    /// <summary>Types a text into the editor and saves it.</summary>
    public async Task SaveAsync(string path, string text)
    {
        await TypeAsync(path, text);
        await Editor.SessionsAsync();
        await Editor.SaveAsync(path);
        Files = Files.SetItem(path, text);
    }

    /// <summary>Types a text into the editor: one change, where it differs.</summary>
    public async Task TypeAsync(string path, string text)
    {
        var buffer = Editor.IsOpen(path) ? Editor.Buffer(path) : await Editor.OpenAsync(path);
        var (before, start, end) = (buffer.Text, 0, 0);
        while (start < Math.Min(before.Length, text.Length) && before[start] == text[start])
        {
            start++;
        }

        while (end < Math.Min(before.Length, text.Length) - start && before[^(end + 1)] == text[^(end + 1)])
        {
            end++;
        }

        await Editor.SpliceAsync(path, start, before.Length - start - end, text[start..^end]);
    }

    /// <summary>Has others change files, and waits until the server has seen it. A file without text is deleted.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public async Task<string?> ChangeOutsideAsync(Files after, Func<Task> change)
    {
        foreach (var path in Files.Keys.Where(path => after.GetValueOrDefault(path) != Files[path]).ToList())
        {
            await CloseAsync(path);
        }

        await Editor.SessionsAsync();
        var from = Editor.Heard.Results.Count;
        await change();
        Files = after;

        // A late comparison may ask for the same reload; then that is the cause.
        return await SeesAsync(from, result => result.Cause is ReloadCause.Disk or ReloadCause.Check) ? null : "What others changed on the disk was not seen.";
    }

    /// <summary>Waits for a result; false where it does not come.</summary>
    public async Task<bool> SeesAsync(int from, Func<ReloadResult, bool> fits)
    {
        using var late = new CancellationTokenSource(s_notice);
        try
        {
            await Editor.Heard.Results.FirstAsync(from, fits, late.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Brings the program to its text, by a restart where that is what it takes.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public async Task<string?> SettleAsync()
    {
        var result = await Editor.ApplyAsync();
        var waits = Editor.Heard.Results.All().Skip(_settled).Any(each => NoEffect.Count(each.Diagnostics) > 0);
        _settled = Editor.Heard.Results.Count;
        return result.Outcome switch
        {
            ReloadOutcome.Held => $"Text that compiles is held: {result.Message}",
            ReloadOutcome.RestartRequired or ReloadOutcome.Failed => await RestartAsync(RestartState.Keep),
            _ => waits ? await RestartAsync(RestartState.Keep) : null,
        };
    }

    /// <summary>Starts the program again.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public async Task<string?> RestartAsync(RestartState state)
    {
        var result = await Editor.RestartAsync(state);
        _settled = Editor.Heard.Results.Count;
        return result.Outcome == ReloadOutcome.Restarted ? null : $"Text that compiles is not started: {result.Message}";
    }

    /// <summary>What the program answers; null where it does not.</summary>
    public async Task<string?> AskAsync()
    {
        using var late = new CancellationTokenSource(ColdCopy.AnswerTime);
        var (question, mark) = ($"#{++_asked}", Editor.Heard.Output.Length);
        try
        {
            await Editor.InputAsync(question + "\n");
            return ColdCopy.AnswerOf(await Editor.OutputContainingAsync(question + ": ", mark, late.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or HopelessWaitException)
        {
            return null;
        }
    }

    /// <summary>Writes files as they once were, and starts the program from them.</summary>
    public async Task<string?> GoBackAsync(Files files)
    {
        // Also what has come since, or got another name: both at once may be no program.
        foreach (var path in Files.Keys.Except(files.Keys).ToList())
        {
            File.Delete(_fixture.PathTo(path));
            Files = Files.Remove(path);
            await CloseAsync(path);
        }

        foreach (var (path, text) in files.Where(file => Files.GetValueOrDefault(file.Key) != file.Value).ToList())
        {
            await File.WriteAllTextAsync(_fixture.PathTo(path), text);
            Files = Files.SetItem(path, text);
            await CloseAsync(path);
        }

        return await RestartAsync(RestartState.Fresh);
    }

    /// <summary>Kills the server and starts another, as an editor does, with what is open in it.</summary>
    public async Task KillServerAsync(CancellationToken cancellationToken)
    {
        var before = Editor;
        var open = Files.Keys.Where(before.IsOpen).ToList();
        before.Server.Kill();
        await before.ServerEnded;
        _killed.Add(before);
        await StartServerAsync(cancellationToken);
        foreach (var path in open)
        {
            await Editor.OpenAsync(path);
        }
    }

    /// <summary>Ends all, and says what is left.</summary>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        var left = new List<string>();
        foreach (var editor in _killed.Prepend(Editor))
        {
            try
            {
                await editor.DisposeAsync();
            }
            catch (BadEndException exception)
            {
                left.Add(exception.Message);
            }
        }

        // A server that was killed can't clear up after itself.
        var folders = Directory.EnumerateFileSystemEntries(_temporary, "hotreload*").ToList();
        if (folders.Count > _killed.Count)
        {
            left.Add($"Temporary files are left: {string.Join(", ", folders)}");
        }

        left.AddRange(TemporaryFiles.OfEndedProcesses(_temporary).Select(path => $"A process that has ended has left {path}."));
        return left;
    }

    public ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        Directory.Delete(_temporary, recursive: true);
        return ValueTask.CompletedTask;
    }

    Task CloseAsync(string path) => Editor.IsOpen(path) ? Editor.CloseAsync(path) : Task.CompletedTask;

    async Task StartServerAsync(CancellationToken cancellationToken)
    {
        var options = new EditorOptions(Root)
        {
            Environment = ImmutableDictionary<string, string>.Empty.Add("TMPDIR", _temporary),
            Initialization = new(Restart: RestartPolicy.Ask),
        };
        Editor = await EditorClient.LaunchAsync(options, cancellationToken);
        _settled = 0;
        var environment = ImmutableDictionary<string, string>.Empty
            .Add("ASPNETCORE_URLS", Page.GetLeftPart(UriPartial.Authority)).Add("ASPNETCORE_ENVIRONMENT", "Development");
        await Editor.StartAsync(new(Project: _fixture.PathTo(RealCodeBase.Host), LaunchProfile: "", Environment: environment), cancellationToken);
    }
}
