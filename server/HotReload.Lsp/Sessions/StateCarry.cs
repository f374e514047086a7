using System.Collections.Immutable;
using System.Globalization;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Core.State;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>Takes the state of a program that is about to end, keeps it in the session's folder, and gives it to the next one.</summary>
/// <param name="services">The settings and the client.</param>
/// <param name="session">The session's id.</param>
/// <param name="home">The session's folder that outlives a server; null where there is none.</param>
internal sealed class StateCarry(SessionServices services, string session, string? home) : IDisposable
{
    const string Left = "left.state";

    /// <summary>How long a restart's result waits for services, which are restored when the program has built its host.</summary>
    public static readonly TimeSpan RestoreTime = TimeSpan.FromSeconds(5);

    ImmutableArray<StateItem> _notCaptured = [];
    StateWatch? _crash;
    string? _failure;
    int _files;

    /// <summary>What the next start is given; null for a fresh one.</summary>
    public StateFile? Next { get; private set; }

    /// <summary>What the next restart is to give in the place of what the program holds then; null: that.</summary>
    public StateFile? Instead { get; set; }

    /// <summary>Whether the program that runs may have marked anything.</summary>
    public bool MayHaveMarks { get; private set; }

    string Folder => Path.Combine(home ?? Path.Combine(services.SessionsFolder, session), "state");

    /// <summary>A program is about to be ended for the next: takes its state, as the settings and the request say.</summary>
    /// <param name="running">The programs; none where it has ended by itself, whose last state then is what there is.</param>
    /// <param name="assemblies">The simple names of the session's assemblies.</param>
    /// <param name="wanted">What the request says.</param>
    /// <param name="cancellationToken">The session is stopped.</param>
    public async Task TakeAsync(
        ImmutableArray<IRunningProgram> running, ImmutableArray<string> assemblies, RestartState wanted, CancellationToken cancellationToken)
    {
        (_notCaptured, _failure) = ([], null);
        if (Instead is { } instead)
        {
            Next = instead;
            return;
        }

        if (wanted == RestartState.Fresh || services.Options.StateOnRestart == StateOnRestart.Off)
        {
            Next = null;
            return;
        }

        if (running is [var program, ..])
        {
            if (TryMakeFile("restart", assemblies, out _failure) is not { } file)
            {
                Next = null;
                return;
            }

            var report = await program.CaptureAsync(file, Mode, StateLimits.Default, cancellationToken);
            _failure = report.Error;
            _notCaptured = report.Items.RemoveAll(item => item.Fate == StateFate.Kept);
            Next = report is { Error: null, Bytes: > 0 } ? file : null;
        }
    }

    /// <summary>
    /// A server has ended without the session: what its program wrote last is what the next start is given, if no program has run since. A
    /// program whose journal was written later has had it, and has gone on.
    /// </summary>
    /// <param name="journals">Full paths of the journals of the programs that ran.</param>
    public void TakeLeft(IReadOnlyList<string> journals)
    {
        if (services.Options.StateOnRestart == StateOnRestart.Off || !Directory.Exists(Folder))
        {
            return;
        }

        try
        {
            var newest = new DirectoryInfo(Folder).EnumerateFiles("*.state").MaxBy(file => file.LastWriteTimeUtc);
            if (newest is not null && journals.All(journal => File.GetLastWriteTimeUtc(journal) < newest.LastWriteTimeUtc))
            {
                // Under a name that no file of this server's gets.
                newest.MoveTo(Path.Combine(Folder, Left), overwrite: true);
                Next = new(newest.FullName, []);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            services.Log.Warning($"The state that an earlier server left is not used: {exception.Message}");
        }
    }

    /// <summary>A program that has run on is gone on with: what was left is older than what it knows.</summary>
    public void Forget() => Next = null;

    /// <summary>What the next start is given, as a program of these assemblies is to have it.</summary>
    /// <param name="assemblies">The simple names of the session's assemblies, which nobody knew who took over what a server has left.</param>
    public StateFile? Give(ImmutableArray<string> assemblies) => Next is { Assemblies.IsEmpty: true } left ? left with { Assemblies = assemblies } : Next;

    /// <summary>A program is about to be started: should it crash, it writes its state first. Null where it need not.</summary>
    public StateWatch? ExpectCrash(ImmutableArray<string> assemblies)
    {
        _crash = services.Options.StateOnRestart != StateOnRestart.Off && TryMakeFile("crash", assemblies, out _) is { } file
            ? new(file, Mode, StateLimits.Default)
            : null;
        return _crash;
    }

    /// <summary>A program runs: one that was started fresh is told only now, as that is not worth a longer start.</summary>
    public async Task WatchAsync(IRunningProgram program)
    {
        if (_crash is { } crash)
        {
            // Until it has answered: a change may be sent to it before.
            MayHaveMarks = true;
            MayHaveMarks = (await program.WatchAsync(crash, CancellationToken.None)).Objects > 0;
        }
    }

    /// <summary>A program has ended that nobody asked to: what it wrote last is what the next start is given.</summary>
    public void Ended(ProgramExit exit)
    {
        if (exit.Requested)
        {
            return;
        }

        (_notCaptured, _failure) = ([], null);
        if (exit.ExitCode == 0)
        {
            // It was done; whoever starts it again begins anew.
            Next = null;
        }
        else if (_crash is { File: var crash } && File.Exists(crash.Path))
        {
            Next = crash;
        }
    }

    /// <summary>State is nobody's business any more.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // There never was any; or the server's own end takes the folder along.
        }
    }

    /// <summary>What became of the state that a program was started with.</summary>
    public async Task<StateSummary> TellAsync(ImmutableArray<IRunningProgram> running)
    {
        var state = await SumUpAsync(running);
        foreach (var lost in state.Types.Where(type => type.Fate == StateFate.Lost))
        {
            services.Events.Publish(session, EventKinds.Warning, "", StateWording.Lost(lost));
        }

        return state;
    }

    async Task<StateSummary> SumUpAsync(ImmutableArray<IRunningProgram> running)
    {
        if (_failure is not null)
        {
            return StateReport.Failed(_failure).Summary;
        }

        var restored = running is [var program, ..] && Next is not null ? await RestoredAsync(program) : StateReport.Nothing;
        return (restored with { Items = [.. restored.Items, .. _notCaptured.Except(restored.Items)] }).Summary;
    }

    async Task<StateReport> RestoredAsync(IRunningProgram program)
    {
        await Task.WhenAny(program.Restored, Task.Delay(RestoreTime, services.Time));
        return program.Restored.IsCompleted ? await program.Restored : program.RestoredAtStart;
    }

    StateMode Mode => services.Options.StateOnRestart == StateOnRestart.Auto ? StateMode.Auto : StateMode.Marked;

    /// <summary>A file that is not there yet; null, and the failure, where there can be none.</summary>
    StateFile? TryMakeFile(string kind, ImmutableArray<string> assemblies, out string? failure)
    {
        try
        {
            MakeFolder();

            // Those before are of no further use, but for the one that the next start is given.
            foreach (var old in Directory.EnumerateFiles(Folder, $"{kind}-*.state").Where(old => old != Next?.Path))
            {
                File.Delete(old);
            }

            failure = null;
            return new(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{kind}-{++_files}.state")), assemblies);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            failure = $"The state could not be written: {exception.Message}";
            return null;
        }
    }

    void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
