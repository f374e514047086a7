using System.Collections.Immutable;
using System.Text.Json;
using HotReload.Engine.Loading;

namespace HotReload.Engine.References;

/// <summary>The packages that a restore has found for a project, those of its references included.</summary>
sealed class RestoredPackages
{
    /// <summary>What a package has that a program gets by a build alone: native code, code for some systems, files, properties, frameworks.</summary>
    static readonly string[] s_builtIn = ["native", "runtimeTargets", "build", "buildMultiTargeting", "contentFiles", "frameworkReferences"];

    static readonly string[] s_assemblies = ["runtime", "resource"];

    readonly ImmutableDictionary<string, Package> _packages;

    RestoredPackages(ImmutableDictionary<string, Package> packages) => _packages = packages;

    sealed record Package(ImmutableArray<string> Assemblies, bool HasMore);

    /// <summary>Reads what was restored last; null where nothing was, or for several frameworks or systems.</summary>
    public static RestoredPackages? Read(string projectPath)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(BuildInputs.FindAssets(projectPath)));
            var assets = document.RootElement;
            var folders = assets.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
            return assets.GetProperty("targets").EnumerateObject().ToList() is [var target]
                ? new(target.Value.EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package").ToImmutableDictionary(
                    library => library.Name, library => PackageOf(library.Name, library.Value, folders), StringComparer.OrdinalIgnoreCase))
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The assemblies of the packages that an earlier restore did not have.</summary>
    /// <param name="before">The earlier restore.</param>
    /// <returns>Their full paths, or why a program can't take them while it runs.</returns>
    public (ImmutableArray<string> Assemblies, string? Obstacle) FindAdded(RestoredPackages before)
    {
        if (before._packages.Keys.FirstOrDefault(name => !_packages.ContainsKey(name)) is { } gone)
        {
            return ([], $"{gone} is gone, or there in another version.");
        }

        var added = _packages.Where(package => !before._packages.ContainsKey(package.Key)).ToList();
        return added.FirstOrDefault(package => package.Value.HasMore).Key is { } obstacle
            ? ([], $"{obstacle} brings more than assemblies.")
            : ([.. added.SelectMany(package => package.Value.Assemblies)], null);
    }

    static Package PackageOf(string name, JsonElement assets, List<string> folders)
    {
        var files = s_assemblies
            .SelectMany(part => assets.TryGetProperty(part, out var found) ? found.EnumerateObject().Select(file => file.Name) : [])
            .Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
        return new(
            [.. files.Select(file => folders.Select(folder => Path.GetFullPath(Path.Combine(folder, name.ToLowerInvariant(), file))).FirstOrDefault(File.Exists)).OfType<string>()],
            s_builtIn.Any(part => assets.TryGetProperty(part, out var files) && (files.ValueKind != JsonValueKind.Object || files.EnumerateObject().Any(IsFile))));
    }

    /// <summary>NuGet's <c>_._</c> says that there is nothing for a framework.</summary>
    static bool IsFile(JsonProperty file) => !file.Name.EndsWith("_._", StringComparison.Ordinal);
}
