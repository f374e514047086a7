using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Reload;
using HotReload.Engine.Emit;

namespace HotReload.Lsp.Sessions;

/// <summary>Words the result of a restart.</summary>
internal static class RestartReport
{
    /// <param name="run">What runs now.</param>
    /// <param name="emitted">What it was made from in memory; where that did not succeed, it was built.</param>
    /// <param name="cause">Whether it was to bring text, or to take text back.</param>
    /// <param name="carried">What became of the state of the program before.</param>
    /// <param name="session">The session's id.</param>
    /// <param name="snapshot">The text in it.</param>
    /// <param name="id">The report's number.</param>
    /// <param name="took">From the request to the program's first word.</param>
    public static ReloadResult Create(
        SessionRun run, EmitReport? emitted, ReloadCause cause, StateSummary carried, string session, SnapshotId snapshot, int id, TimeSpan took)
    {
        var pending = run.CatchUp is { Outcome: ReloadOutcome.Held or ReloadOutcome.RestartRequired } catchUp ? catchUp : null;
        return Build(
            session, snapshot, id, took, run.Log.Current,
            pending is null ? ReloadOutcome.Restarted : pending.Outcome,
            pending is null
                ? cause == ReloadCause.Rollback ? $"The program was started again; {StateWording.Carried(carried)}. {ReloadWording.RolledBack}"
                : $"The program was {(emitted is { Succeeded: true } ? "started again with all text that the editor has" : "built and started again")}; {StateWording.Carried(carried)}."
                : $"The program was started again{(emitted is { Succeeded: true } ? ". What came meanwhile" : " from what is on disk. What is not saved")} is not in it: {pending.Message}")
            with { Cause = cause, Diagnostics = pending?.Diagnostics ?? [], State = carried };
    }

    public static ReloadResult Held(
        string session, SnapshotId snapshot, int id, TimeSpan took, int generation, ImmutableArray<ReloadDiagnostic> errors) =>
        Build(session, snapshot, id, took, generation, ReloadOutcome.Held, ReloadWording.Held(errors)) with
        {
            Diagnostics = errors,
            State = StateSummary.Untouched,
        };

    public static ReloadResult Failed(string session, SnapshotId snapshot, int id, TimeSpan took, string reason) =>
        Build(session, snapshot, id, took, 0, ReloadOutcome.Failed, $"The program could not be started again: {reason}");

    static ReloadResult Build(
        string session, SnapshotId snapshot, int id, TimeSpan took, int generation, ReloadOutcome outcome, string message) => new(
        id, session, snapshot, ReloadCause.Restart, generation, outcome, message,
        PhaseTimings.Zero with { Total = Math.Round(took.TotalMilliseconds, 2) },
        [], [], [], DeltaSizes.Zero, new StateSummary(StateFate.Reset, []));
}
