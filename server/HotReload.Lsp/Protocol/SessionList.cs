using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>Result of <c>hotReload/sessions</c>.</summary>
public sealed record SessionList(ImmutableArray<SessionInfo> Sessions);
