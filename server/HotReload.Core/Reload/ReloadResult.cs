using System.Collections.Immutable;
using HotReload.Core.Buffers;

namespace HotReload.Core.Reload;

/// <summary>The one report of a reload: status bar, log, timeline, tests and tools all read this.</summary>
/// <param name="Id">Counts the reloads of a session from 1.</param>
/// <param name="Session">The session it belongs to.</param>
/// <param name="Snapshot">The text it was made from.</param>
/// <param name="Cause">What made it happen.</param>
/// <param name="Generation">The generation the program is at when the reload has ended.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">One sentence for people: what happened and, if anything is to be done, what.</param>
/// <param name="Phases">Milliseconds by phase.</param>
/// <param name="Processes">What each running process said.</param>
/// <param name="Members">The members that changed.</param>
/// <param name="Diagnostics">What there is to say about places in the source.</param>
/// <param name="Sizes">Bytes sent.</param>
/// <param name="State">What happened to the program's state.</param>
public sealed record ReloadResult(
    int Id,
    string Session,
    SnapshotId Snapshot,
    ReloadCause Cause,
    int Generation,
    ReloadOutcome Outcome,
    string Message,
    PhaseTimings Phases,
    ImmutableArray<ProcessReload> Processes,
    ImmutableArray<ChangedMember> Members,
    ImmutableArray<ReloadDiagnostic> Diagnostics,
    DeltaSizes Sizes,
    StateSummary State)
{
    /// <summary>What it is to the program's open pages.</summary>
    public PageReload Page { get; init; } = PageReload.None;

    /// <summary>What of it was compiled before anybody asked, and so is in none of the phases; null where nothing was.</summary>
    public SpeculationUse? Speculation { get; init; }

    /// <summary>Whether the reload kept its time budgets.</summary>
    public bool MeetsTarget =>
        Phases.Total <= PhaseTimings.TotalTargetMilliseconds
        && Phases.Compile + Phases.Emit + (Speculation?.Waited ?? 0) <= PhaseTimings.CompileTargetMilliseconds;
}
