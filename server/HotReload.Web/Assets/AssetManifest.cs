using System.Collections.Immutable;
using System.Text.Json;
using HotReload.Core.Buffers;

namespace HotReload.Web.Assets;

/// <summary>Which files a program serves, and where, as its build has written down: for itself and for what it refers to.</summary>
public sealed class AssetManifest
{
    readonly Dictionary<string, List<string>> _routes = new(PathIdentity.Comparer);
    readonly List<(string Folder, string Prefix)> _folders = [];
    readonly ILookup<string, string> _aliases;

    AssetManifest(JsonElement? runtime, ILookup<string, string> aliases)
    {
        _aliases = aliases;
        if (runtime is { } root)
        {
            string[] folders = [.. root.GetProperty("ContentRoots").EnumerateArray().Select(item => item.GetString()!)];
            Add(root.GetProperty("Root"), "", folders);
        }
    }

    /// <summary>Full paths of the files that are known by name; those of folders that are served as a whole come on top.</summary>
    public IEnumerable<string> Files => _routes.Keys;

    /// <summary>Reads what lies beside a program's assembly. Without it, the project's own <c>wwwroot</c> is served at the root.</summary>
    /// <param name="assemblyPath">Full path of the assembly that is run.</param>
    /// <param name="projectFolder">Full path of the project's folder.</param>
    public static AssetManifest Load(string assemblyPath, string projectFolder)
    {
        using var runtime = Read(Path.ChangeExtension(assemblyPath, ".staticwebassets.runtime.json"));
        using var endpoints = Read(Path.ChangeExtension(assemblyPath, ".staticwebassets.endpoints.json"));
        var manifest = new AssetManifest(runtime?.RootElement, AssetEndpoints.ReadAliases(endpoints?.RootElement));
        if (runtime is null)
        {
            manifest._folders.Add((Path.Combine(projectFolder, "wwwroot") + Path.DirectorySeparatorChar, ""));
        }

        return manifest;
    }

    /// <summary>Where a file is served, without a slash at the start: by its own name, and by names with a fingerprint. None where it is not.</summary>
    public ImmutableArray<string> RoutesOf(string path)
    {
        IEnumerable<string> routes = _routes.TryGetValue(path, out var known)
            ? known
            : _folders
                .Where(folder => path.StartsWith(folder.Folder, PathIdentity.Comparison))
                .Select(folder => folder.Prefix + path[folder.Folder.Length..].Replace(Path.DirectorySeparatorChar, '/'));
        return [.. routes.SelectMany(route => _aliases[route].Prepend(route)).Distinct()];
    }

    static JsonDocument? Read(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // A program without static files has none, and one that is half written is one of a build that will be followed by another.
            return null;
        }
    }

    void Add(JsonElement node, string route, string[] folders)
    {
        if (Member(node, "Asset") is { } asset)
        {
            var path = Path.GetFullPath(Path.Combine(FolderOf(asset, folders), asset.GetProperty("SubPath").GetString()!));
            (_routes.TryGetValue(path, out var routes) ? routes : _routes[path] = []).Add(route);
        }

        foreach (var pattern in Member(node, "Patterns")?.EnumerateArray() ?? default)
        {
            // The SDK writes no other pattern: all that lies in the folder.
            if (pattern.GetProperty("Pattern").GetString() == "**")
            {
                _folders.Add((Path.GetFullPath(FolderOf(pattern, folders)), route.Length == 0 ? "" : route + "/"));
            }
        }

        foreach (var child in Member(node, "Children")?.EnumerateObject() ?? default)
        {
            Add(child.Value, route.Length == 0 ? child.Name : $"{route}/{child.Name}", folders);
        }
    }

    static string FolderOf(JsonElement item, string[] folders) => folders[item.GetProperty("ContentRootIndex").GetInt32()];

    static JsonElement? Member(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
