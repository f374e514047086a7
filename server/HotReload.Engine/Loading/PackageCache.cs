using HotReload.Core.Buffers;

namespace HotReload.Engine.Loading;

/// <summary>Where NuGet unpacks packages. What lies there is shared by all programs of the user, and never changes.</summary>
internal static class PackageCache
{
    static readonly string s_folder = Path.GetFullPath(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    /// <summary>Whether a file belongs to a package.</summary>
    public static bool Holds(string path) => PathIdentity.IsIn(path, s_folder);
}
