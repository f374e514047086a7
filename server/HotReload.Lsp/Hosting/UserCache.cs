namespace HotReload.Lsp.Hosting;

/// <summary>Where the system wants a user's files to be that can be made again.</summary>
internal static class UserCache
{
    /// <summary>Full path of this product's folder there. It need not exist.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Root, "hotreload-lsp");

    static string Root =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named && System.IO.Path.IsPathRooted(named) ? named
        : OperatingSystem.IsLinux() ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache")
        : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
}
