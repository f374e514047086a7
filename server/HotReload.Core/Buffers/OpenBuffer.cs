namespace HotReload.Core.Buffers;

/// <summary>A file that is open in the editor.</summary>
/// <param name="Version">The client's number for <paramref name="Live"/>.</param>
/// <param name="Live">The text on the user's screen.</param>
/// <param name="Published">The text that reloads are made from; null while it is what the disk has.</param>
/// <param name="InStep">Whether <paramref name="Live"/> is surely what the client has.</param>
internal sealed record OpenBuffer(int Version, BufferText Live, string? Published, bool InStep);
