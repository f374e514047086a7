using System.Collections.Immutable;

namespace HotReload.Engine.Loading;

/// <summary>Whether what was built last is what the sources say now.</summary>
/// <param name="Reasons">Why not, a sentence each; empty when the build is current.</param>
/// <param name="BuildReasons">Those of them that only a build can mend; the others are text that can be compiled in memory.</param>
public sealed record BaselineReport(ImmutableArray<string> Reasons, ImmutableArray<string> BuildReasons)
{
    /// <summary>Whether deltas can start from the last build.</summary>
    public bool IsCurrent => Reasons.IsEmpty;
}
