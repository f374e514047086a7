namespace HotReload.Core.Buffers;

/// <summary>How two paths are told apart: Linux tells case apart, Windows and macOS do not.</summary>
public static class PathIdentity
{
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    public static StringComparison Comparison { get; } =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
}
