using System.Collections.Immutable;

namespace HotReload.Engine.Loading;

/// <summary>Whether what was built last is what the sources say now.</summary>
/// <param name="Reasons">Why not, a sentence each; empty when the build is current.</param>
public sealed record BaselineReport(ImmutableArray<string> Reasons)
{
    /// <summary>Whether deltas can start from the last build.</summary>
    public bool IsCurrent => Reasons.IsEmpty;
}
