namespace HotReload.Core.Recovery;

/// <summary>A file that a change concerns.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Before">Its text before; null where there was no such file.</param>
/// <param name="After">Its text after; null where the file is gone.</param>
public sealed record ChangedText(string Path, string? Before, string? After);
