using Microsoft.Build.Locator;

namespace HotReload.Engine.Sdk;

/// <summary>
/// Finds the SDK that would build a folder, by the host's own rules: <c>global.json</c> upwards from the folder, then
/// <c>DOTNET_ROOT</c> and <c>PATH</c>.
/// </summary>
public static class SdkLocator
{
    /// <summary>Looks the SDK up. A machine without a fitting one is an answer, not an exception.</summary>
    public static SdkLookup Locate(string folder)
    {
        var globalJson = ReadGlobalJson(folder);
        try
        {
            return Choose(Query(folder), globalJson);
        }
        catch (InvalidOperationException exception)
        {
            // The host names no version when global.json asks for one that it does not have.
            return new(null, globalJson is null
                ? $"No .NET SDK was found ({exception.Message}). "
                    + $"Install .NET SDK {SdkInstallation.MinimumVersion} or later, or set DOTNET_ROOT to where it is."
                : $"{globalJson.Path} asks for .NET SDK {globalJson.Version} (rollForward {globalJson.RollForward}); "
                    + $"installed: {Names(QueryAll(folder))}. Install the version asked for, or change global.json.");
        }
    }

    /// <summary>Full path of the <c>global.json</c> that a folder's SDK is chosen by; null where there is none.</summary>
    public static string? FindGlobalJson(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            var path = Path.Combine(directory.FullName, "global.json");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    static List<SdkInstallation> Query(string folder)
    {
        var options = new VisualStudioInstanceQueryOptions
        {
            DiscoveryTypes = DiscoveryType.DotNetSdk,
            WorkingDirectory = folder,
        };
        return [.. MSBuildLocator.QueryVisualStudioInstances(options)
            .Select(instance => new SdkInstallation(VersionOf(instance.MSBuildPath), Trim(instance.MSBuildPath)))];
    }

    /// <summary>What is installed, whatever a <c>global.json</c> says: none governs the root of the disk.</summary>
    static List<SdkInstallation> QueryAll(string folder)
    {
        try
        {
            return Query(Path.GetPathRoot(Path.GetFullPath(folder)) ?? folder);
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }

    static string Names(IReadOnlyList<SdkInstallation> installed) =>
        installed.Count == 0 ? "none" : string.Join(", ", installed.Select(sdk => sdk.Version).Distinct());

    internal static SdkLookup Choose(IReadOnlyList<SdkInstallation> installed, GlobalJson? globalJson)
    {
        var versions = Names(installed);
        if (installed.Count == 0)
        {
            return new(null, globalJson is null
                ? $"No .NET SDK was found. Install .NET SDK {SdkInstallation.MinimumVersion} or later, or set DOTNET_ROOT to where it is."
                : $"{globalJson.Path} asks for .NET SDK {globalJson.Version}, which is not installed. Install it, or change global.json.");
        }

        // The host's resolution puts the SDK it would run first.
        var chosen = installed[0];
        if (globalJson is not null && !globalJson.Accepts(chosen.Version))
        {
            return new(null, $"{globalJson.Path} asks for .NET SDK {globalJson.Version} (rollForward {globalJson.RollForward}); "
                + $"installed: {versions}. Install the version asked for, or change global.json.");
        }

        if (!TryParse(chosen.Version, out var version) || version < SdkInstallation.MinimumVersion)
        {
            return new(null, $".NET SDK {chosen.Version} is too old for hot reload from the editor: "
                + $"{SdkInstallation.MinimumVersion} or later is needed; installed: {versions}.");
        }

        var missing = chosen.RoslynFolders.FirstOrDefault(path => !Directory.Exists(path));
        return missing is null
            ? new(chosen, null)
            : new(null, $".NET SDK {chosen.Version} at {chosen.Directory} is incomplete: {missing} is missing. Repair or reinstall the SDK.");
    }

    static GlobalJson? ReadGlobalJson(string folder) => FindGlobalJson(folder) is { } path ? GlobalJson.TryRead(path) : null;

    internal static bool TryParse(string version, out Version parsed)
    {
        var release = version.Split('-', 2)[0];
        return Version.TryParse(release, out parsed!);
    }

    static string VersionOf(string msbuildPath) => Path.GetFileName(Trim(msbuildPath));

    static string Trim(string path) => Path.TrimEndingDirectorySeparator(path);
}
