using System.Collections.Immutable;

namespace HotReload.Core.Reload;

/// <summary>What a reload did to the program's state.</summary>
/// <param name="Fate">The worst fate of any type.</param>
/// <param name="Types">The types that the reload touched.</param>
/// <param name="Milliseconds">How long the slowest process was at it; not part of any phase.</param>
public sealed record StateSummary(StateFate Fate, ImmutableArray<TypeState> Types, double Milliseconds = 0)
{
    /// <summary>Nothing was touched.</summary>
    public static StateSummary Untouched { get; } = new(StateFate.Kept, []);
}
