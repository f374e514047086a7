using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>The projects in which something may differ that was not edited.</summary>
internal sealed record Suspects(IReadOnlySet<ProjectId> Projects);
