using System.Reflection;
using System.Runtime.Loader;
using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>
/// Loads assemblies apart from all that were loaded before, and keeps no file open: a build may write them again. What lies beside
/// them is loaded with them; Roslyn is the server's.
/// </summary>
internal sealed class FreshAssemblyLoader : IAnalyzerAssemblyLoader
{
    readonly AssemblyLoadContext _context = new("generators of the user's own", isCollectible: true);
    readonly Lock _gate = new();
    readonly Dictionary<string, Assembly> _loaded = new(PathIdentity.Comparer);

    public FreshAssemblyLoader() => _context.Resolving += (_, name) => Find(name);

    public void AddDependencyLocation(string fullPath)
    {
        // What a generator needs lies in its own folder.
    }

    public Assembly LoadFromPath(string fullPath)
    {
        lock (_gate)
        {
            if (!_loaded.TryGetValue(fullPath, out var assembly))
            {
                using var image = new MemoryStream(File.ReadAllBytes(fullPath));
                _loaded.Add(fullPath, assembly = _context.LoadFromStream(image));
            }

            return assembly;
        }
    }

    Assembly? Find(AssemblyName name)
    {
        List<string> folders;
        lock (_gate)
        {
            folders = [.. _loaded.Keys.Select(path => Path.GetDirectoryName(path)!).Distinct()];
        }

        return folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists) is { } path ? LoadFromPath(path) : null;
    }
}
