using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>Result of <c>hotReload/projects</c>: what can be started in the workspace's folders.</summary>
public sealed record ProjectList(ImmutableArray<ProjectInfo> Projects);
