using System.Collections.Immutable;

namespace HotReload.Core.Reload;

/// <summary>What one process did to state that existed before a reload.</summary>
/// <param name="Types">The types with something to do.</param>
/// <param name="Seen">How many objects it looked at.</param>
/// <param name="Complete">Whether it came to the end of what can be reached; else its time was up before.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record ProcessState(ImmutableArray<ProcessTypeState> Types, int Seen, bool Complete, double Milliseconds)
{
    /// <summary>There was nothing to do.</summary>
    public static ProcessState Nothing { get; } = new([], 0, true, 0);

    /// <summary>What it found of marked state, just before the change and just after it.</summary>
    public ImmutableArray<ProcessStateCheck> Checks { get; init; } = [];
}
