using HotReload.Core.Buffers;
using HotReload.Core.Reload;

namespace HotReload.Lsp.Sessions;

/// <summary>Words the result of a restart.</summary>
internal static class RestartReport
{
    public static ReloadResult Create(SessionRun run, string session, SnapshotId snapshot, int id, TimeSpan took)
    {
        var pending = run.CatchUp is { Outcome: ReloadOutcome.Held or ReloadOutcome.RestartRequired } catchUp ? catchUp : null;
        return Build(
            session, snapshot, id, took, run.Log.Current,
            pending is null ? ReloadOutcome.Restarted : pending.Outcome,
            pending is null
                ? "The program was built and started again; its state is new."
                : $"The program was started again from what is on disk. What is not saved is not in it: {pending.Message}")
            with { Diagnostics = pending?.Diagnostics ?? [] };
    }

    public static ReloadResult Failed(string session, SnapshotId snapshot, int id, TimeSpan took, string reason) =>
        Build(session, snapshot, id, took, 0, ReloadOutcome.Failed, $"The program could not be started again: {reason}");

    static ReloadResult Build(
        string session, SnapshotId snapshot, int id, TimeSpan took, int generation, ReloadOutcome outcome, string message) => new(
        id, session, snapshot, ReloadCause.Restart, generation, outcome, message,
        PhaseTimings.Zero with { Total = Math.Round(took.TotalMilliseconds, 2) },
        [], [], [], DeltaSizes.Zero, new StateSummary(StateFate.Reset, []));
}
