namespace HotReload.Lsp.Recovery;

/// <summary>Two texts of a file, named by their hashes.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Before">The text before; null where there was no such file.</param>
/// <param name="After">The text after; null where the file is gone.</param>
internal sealed record TextRecord(string Path, string? Before, string? After);
