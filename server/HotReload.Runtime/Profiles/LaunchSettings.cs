using System.Collections.Immutable;

namespace HotReload.Runtime.Profiles;

/// <summary>The launch profiles of a project that this product can start, in the file's order.</summary>
public sealed class LaunchSettings
{
    /// <summary>The file of all profiles, in a project's folder <c>Properties</c>.</summary>
    public const string FileName = "launchSettings.json";

    /// <summary>The ending of a file of profiles that lies beside the project, or the file-based program, of the same name.</summary>
    public const string RunFileEnding = ".run.json";

    readonly string? _error;

    internal LaunchSettings(ImmutableArray<LaunchProfile> profiles, string? error)
    {
        Profiles = profiles;
        _error = error;
    }

    /// <summary>Profiles of the kinds Project and Executable; others (IIS Express, Docker) are not this product's.</summary>
    public ImmutableArray<LaunchProfile> Profiles { get; }

    /// <summary>Reads <c>Properties/launchSettings.json</c> or, where that is missing, <c>NAME.run.json</c>. No file means no profiles.</summary>
    /// <param name="projectFile">Full path of the project file, or of a file-based program.</param>
    public static LaunchSettings Read(string projectFile)
    {
        var path = Path.Combine(Path.GetDirectoryName(projectFile)!, "Properties", FileName);
        return ReadFile(File.Exists(path) ? path : Path.ChangeExtension(projectFile, RunFileEnding));
    }

    static LaunchSettings ReadFile(string path)
    {
        try
        {
            return LaunchSettingsJson.Parse(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new([], null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new([], $"{Path.GetFileName(path)} could not be read: {exception.Message}");
        }
    }

    /// <summary>Picks the profile of a name or, without one, the first that starts the project, as <c>dotnet run</c> does.</summary>
    public LaunchProfileChoice Choose(string? name)
    {
        if (_error is not null)
        {
            return new(null, _error);
        }

        if (name is null)
        {
            return new(Profiles.FirstOrDefault(profile => profile.Kind == LaunchProfileKind.Project), null);
        }

        var found = Profiles.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.OrdinalIgnoreCase));
        return found is not null
            ? new(found, null)
            : new(null, $"There is no launch profile '{name}'. {Available()}");
    }

    string Available() => Profiles.IsEmpty
        ? "The project has no launch profiles."
        : $"Available: {string.Join(", ", Profiles.Select(profile => $"'{profile.Name}'"))}.";
}
