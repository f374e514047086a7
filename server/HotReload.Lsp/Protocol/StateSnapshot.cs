namespace HotReload.Lsp.Protocol;

/// <summary>The marked state of a program at some moment, kept in the session's folder.</summary>
/// <param name="Id">Counts the session's snapshots from 1.</param>
/// <param name="Time">When it was taken (UTC, ISO 8601).</param>
/// <param name="Reload">The id of the reload after which it was taken; 0 where it was taken by hand before any.</param>
/// <param name="Reason">Why it was taken.</param>
/// <param name="Objects">How many objects are in it.</param>
/// <param name="Bytes">The size of its file.</param>
public sealed record StateSnapshot(int Id, string Time, int Reload, SnapshotReason Reason, int Objects, long Bytes);
