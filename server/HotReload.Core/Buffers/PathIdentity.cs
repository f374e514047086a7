namespace HotReload.Core.Buffers;

/// <summary>How two paths are told apart: Linux tells case apart, Windows and macOS do not.</summary>
public static class PathIdentity
{
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    public static StringComparison Comparison { get; } =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>Whether a path is a folder, or lies below it.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="folder">Another one; a separator at its end makes no difference.</param>
    public static bool IsIn(string path, string folder)
    {
        var start = Path.TrimEndingDirectorySeparator(folder.AsSpan());
        var rest = path.AsSpan()[Math.Min(start.Length, path.Length)..];
        return path.AsSpan().StartsWith(start, Comparison)
            && (rest.IsEmpty || rest[0] == Path.DirectorySeparatorChar || Path.EndsInDirectorySeparator(start));
    }
}
