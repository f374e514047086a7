using HotReload.Core.Reload;

namespace HotReload.Lsp.Protocol;

/// <summary>The result of <c>hotReload/restoreSnapshot</c>.</summary>
/// <param name="Snapshot">What was restored.</param>
/// <param name="State">What became of it.</param>
public sealed record SnapshotRestore(StateSnapshot Snapshot, StateSummary State);
