using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>The session's snapshots of marked state.</summary>
internal sealed partial class HotReloadSession
{
    /// <summary>The snapshots there are.</summary>
    public SnapshotList Snapshots => _snapshots.List;

    /// <summary>Takes a snapshot of what the program has marked.</summary>
    public async Task<StateSnapshot> TakeSnapshotAsync(CancellationToken cancellationToken)
    {
        var (program, run) = RunningProgram();
        var (snapshot, error) = await _snapshots.TakeAsync(
            program, run.Programs.Assemblies, _status.Current.LastReload, SnapshotReason.Manual, cancellationToken);
        TellOf(snapshot);
        return snapshot ?? throw RequestFailure.Of(ErrorCodes.NoSnapshot, $"There is no snapshot: {error}");
    }

    /// <summary>Brings what the program has marked to what it was.</summary>
    public async Task<SnapshotRestore> RestoreSnapshotAsync(SnapshotParams wanted, CancellationToken cancellationToken)
    {
        var restored = await _snapshots.RestoreAsync(RunningProgram().Program, wanted, cancellationToken)
            ?? throw RequestFailure.Of(ErrorCodes.NoSnapshot, "There is no such snapshot; hotReload/snapshots lists those there are.");
        Tell(EventKinds.SnapshotRestored, $"The state of snapshot {restored.Snapshot.Id} was restored: {restored.State.Fate}.");
        return restored;
    }

    /// <summary>What the program marks, as it is now, for people to read.</summary>
    public async Task<StateDocument> ReadStateAsync(CancellationToken cancellationToken)
    {
        var (program, run) = RunningProgram();
        var (document, error) = await new StateReading(_services, Id).ReadAsync(program, run.Programs.Assemblies, cancellationToken);
        return document ?? throw RequestFailure.Of(ErrorCodes.NoSnapshot, $"There is no state to show: {error}");
    }

    /// <summary>A reload has ended; nobody waits for what is done now.</summary>
    async Task TakeSnapshotAfterAsync(ReloadResult result)
    {
        if (result.Outcome == ReloadOutcome.Applied && _runs.Current is { } run && run.Programs.Running is [var program, ..])
        {
            var (snapshot, _) = await _snapshots.TakeAsync(program, run.Programs.Assemblies, result.Id, SnapshotReason.Reload, CancellationToken.None);
            TellOf(snapshot);
        }
    }

    void TellOf(StateSnapshot? snapshot)
    {
        if (snapshot is not null)
        {
            Tell(EventKinds.SnapshotTaken, $"Snapshot {snapshot.Id}: {snapshot.Objects} objects, {snapshot.Bytes} bytes.");
        }
    }

    (IRunningProgram Program, SessionRun Run) RunningProgram() => _runs.Current is { } run && run.Programs.Running is [var program, ..]
        ? (program, run)
        : throw RequestFailure.Of(ErrorCodes.NotStarted, $"The program does not run: {_status.Current.Message} Restart it.");
}
