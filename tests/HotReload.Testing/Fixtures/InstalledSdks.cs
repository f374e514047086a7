namespace HotReload.Testing.Fixtures;

/// <summary>The .NET installation that this process runs on.</summary>
public static class InstalledSdks
{
    /// <summary>The installation's folder: that of <c>shared/</c> and <c>sdk/</c>.</summary>
    public static string Root { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>The executable that runs and builds programs.</summary>
    public static string DotNet { get; } = Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>Changes when an SDK or a runtime comes or goes.</summary>
    public static string Fingerprint { get; } = string.Join(';', Versions("sdk").Concat(Versions("shared/Microsoft.NETCore.App")));

    static IEnumerable<string> Versions(string folder)
    {
        var path = Path.Combine(Root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateDirectories(path).Select(version => Path.GetFileName(version)!).Order(StringComparer.Ordinal)
            : [];
    }
}
