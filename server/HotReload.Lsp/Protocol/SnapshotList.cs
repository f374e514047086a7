using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>The result of <c>hotReload/snapshots</c>.</summary>
/// <param name="Snapshots">The oldest first.</param>
/// <param name="Current">The one that was taken or restored last; 0 before the first.</param>
public sealed record SnapshotList(ImmutableArray<StateSnapshot> Snapshots, int Current);
