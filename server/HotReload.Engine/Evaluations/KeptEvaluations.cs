using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Evaluations;

/// <summary>What an earlier evaluation gave. References to analyzers and generators have paths only.</summary>
/// <param name="Record">Stands for all that was kept: another evaluation has another.</param>
/// <param name="Projects">A project and all that it referred to then.</param>
/// <param name="Outdated">Full paths of those projects' files whose evaluation may give something else now.</param>
/// <param name="FoundAt">When that was looked at: what was written later may not be in it.</param>
internal sealed record KeptEvaluations(
    string Record, ImmutableArray<ProjectInfo> Projects, ImmutableHashSet<string> Outdated, DateTime FoundAt)
{
    /// <summary>Whether an evaluation would give the same now.</summary>
    public bool IsCurrent => Outdated.IsEmpty;
}
