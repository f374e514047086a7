using System.Collections.Immutable;
using System.Globalization;
using HotReload.Core.Ports;
using HotReload.Core.State;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>A session's snapshots of marked state: the newest ones, as files in the session's folder.</summary>
internal sealed class SnapshotRing(SessionServices services, string session) : IDisposable
{
    /// <summary>How many are kept.</summary>
    public const int Most = 20;

    /// <summary>Why a program has no state to take.</summary>
    public const string NothingMarked = "Nothing in the program is marked with [PreserveState].";

    /// <summary>What a snapshot may hold at most. It is taken beside the program's work, which a capture slows.</summary>
    static readonly StateLimits s_limits = new(32L * 1024 * 1024, 500_000, TimeSpan.FromSeconds(2));

    readonly SemaphoreSlim _turn = new(1, 1);
    ImmutableArray<(StateSnapshot Snapshot, StateFile File)> _kept = [];
    int _last;
    int _current;

    /// <summary>What is kept.</summary>
    public SnapshotList List => new([.. _kept.Select(item => item.Snapshot)], _current);

    string Folder => Path.Combine(services.SessionsFolder, session, "snapshots");

    /// <summary>Takes one. Where nothing is marked there is none, and that costs next to nothing.</summary>
    /// <returns>It, or why there is none.</returns>
    public async Task<(StateSnapshot? Snapshot, string? Error)> TakeAsync(
        IRunningProgram program, ImmutableArray<string> assemblies, int reload, SnapshotReason reason, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (MakeFile(assemblies) is not { } file)
            {
                return (null, $"The folder {Folder} can't be written.");
            }

            var report = await program.CaptureAsync(file, StateMode.Marked, s_limits, cancellationToken);
            if (report is not { Error: null, Bytes: > 0 })
            {
                return (null, report.Error ?? NothingMarked);
            }

            var snapshot = new StateSnapshot(
                ++_last, services.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), reload, reason, report.Objects, report.Bytes);
            _kept = _kept.Add((snapshot, file));
            _current = snapshot.Id;
            Trim();
            return (snapshot, null);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Brings the running program to a snapshot.</summary>
    /// <returns>What became of its state; null where there is no such snapshot.</returns>
    public async Task<SnapshotRestore?> RestoreAsync(IRunningProgram program, SnapshotParams wanted, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var found = wanted switch
            {
                { Snapshot: { } id } => _kept.FirstOrDefault(item => item.Snapshot.Id == id),
                { Step: SnapshotStep.Forth } => _kept.FirstOrDefault(item => item.Snapshot.Id > _current),
                _ => _kept.LastOrDefault(item => item.Snapshot.Id < _current),
            };
            if (found.Snapshot is null)
            {
                return null;
            }

            var report = await program.RestoreAsync(found.File, cancellationToken);
            _current = report.Error is null ? found.Snapshot.Id : _current;
            return new(found.Snapshot, report.Summary);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Nobody steps back any more.</summary>
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

    void Trim()
    {
        while (_kept.Length > Most)
        {
            File.Delete(_kept[0].File.Path);
            _kept = _kept.RemoveAt(0);
        }
    }

    StateFile? MakeFile(ImmutableArray<string> assemblies)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            return new(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{_last + 1}.state")), assemblies);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
