using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>The result of <c>hotReload/recoveries</c>.</summary>
/// <param name="Recoveries">The oldest first.</param>
public sealed record RecoveryList(ImmutableArray<RecoveryEntry> Recoveries);
