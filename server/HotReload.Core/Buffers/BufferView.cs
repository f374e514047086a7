namespace HotReload.Core.Buffers;

/// <summary>One file as the editor and the reloads have it, at one moment.</summary>
/// <param name="Presence">Whether it is open.</param>
/// <param name="Live">The text on the user's screen; null when it is not open.</param>
/// <param name="Snapshot">The text that a reload would be made from.</param>
public sealed record BufferView(BufferPresence Presence, string? Live, Snapshot Snapshot);
