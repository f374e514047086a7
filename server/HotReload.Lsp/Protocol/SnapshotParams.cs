namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of <c>hotReload/restoreSnapshot</c>.</summary>
/// <param name="Session">The session's id; left out: the only session.</param>
/// <param name="Snapshot">Which one; left out: the one that <paramref name="Step"/> leads to.</param>
/// <param name="Step">From the current one; <see cref="SnapshotStep.Back"/> by default.</param>
public sealed record SnapshotParams(string? Session = null, int? Snapshot = null, SnapshotStep? Step = null);
