using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;

namespace HotReload.Core.Ports;

/// <summary>What the compiler made of a snapshot.</summary>
/// <param name="Snapshot">The snapshot it was made from.</param>
/// <param name="Verdict">What can be done with it.</param>
/// <param name="Deltas">One a changed module, only when <see cref="CompileVerdict.Ready"/>; none where all it brings are <see cref="Assemblies"/>.</param>
/// <param name="Members">The members that differ from the last commit.</param>
/// <param name="Diagnostics">Errors, rude edits and warnings.</param>
/// <param name="State">What applying it does to the state of the types it touches.</param>
/// <param name="TextMilliseconds">See <see cref="PhaseTimings.Text"/>.</param>
/// <param name="CompileMilliseconds">See <see cref="PhaseTimings.Compile"/>.</param>
/// <param name="EmitMilliseconds">See <see cref="PhaseTimings.Emit"/>.</param>
public sealed record CompiledChange(
    SnapshotId Snapshot,
    CompileVerdict Verdict,
    ImmutableArray<ModuleDelta> Deltas,
    ImmutableArray<ChangedMember> Members,
    ImmutableArray<ReloadDiagnostic> Diagnostics,
    StateSummary State,
    double TextMilliseconds,
    double CompileMilliseconds,
    double EmitMilliseconds)
{
    /// <summary>The files whose text the program has when it has taken the deltas.</summary>
    public ImmutableArray<ChangedText> Texts { get; init; } = [];

    /// <summary>What brings the program nothing.</summary>
    public static CompiledChange WithoutDelta(
        SnapshotId snapshot, CompileVerdict verdict, ImmutableArray<ReloadDiagnostic> diagnostics, double textMilliseconds, double compileMilliseconds) =>
        new(snapshot, verdict, [], [], diagnostics, StateSummary.Untouched, textMilliseconds, compileMilliseconds, 0);

    /// <summary>Full paths of assemblies that the program gets with it: references to them were added.</summary>
    public ImmutableArray<string> Assemblies { get; init; } = [];

    /// <summary>What of it was made before anybody asked; null where nothing was.</summary>
    public SpeculationUse? Speculation { get; init; }
}
