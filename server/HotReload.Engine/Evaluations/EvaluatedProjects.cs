using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Evaluations;

/// <summary>A project and all that it refers to.</summary>
/// <param name="All">The projects.</param>
/// <param name="Kept">Those of them that an earlier evaluation gave.</param>
internal sealed record EvaluatedProjects(ImmutableArray<ProjectInfo> All, ImmutableHashSet<ProjectId> Kept);
