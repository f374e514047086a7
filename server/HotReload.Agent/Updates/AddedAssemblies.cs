using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace HotReload.Agent.Updates;

/// <summary>
/// Assemblies that the program was started without, as references to them were added since. They are loaded when its code comes to need
/// them, where it would have loaded them from if it had been built with them: after all places that its host knows.
/// </summary>
sealed class AddedAssemblies
{
    readonly ConcurrentDictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    bool _isListening;

    /// <summary>Takes in more of them. One call at a time.</summary>
    /// <param name="paths">Full paths; a satellite assembly's folder names its culture.</param>
    public void Take(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            _paths[KeyOf(path)] = path;
        }

        if (paths.Count > 0 && !_isListening)
        {
            _isListening = true;
            AssemblyLoadContext.Default.Resolving += Resolve;
        }
    }

    Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        _paths.TryGetValue(KeyOf(name.CultureName ?? "", name.Name ?? ""), out var path) && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;

    /// <summary>What an assembly is asked for by: its culture and its simple name.</summary>
    internal static string KeyOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return KeyOf(name.EndsWith(".resources", StringComparison.OrdinalIgnoreCase) ? Path.GetFileName(Path.GetDirectoryName(path)!) : "", name);
    }

    static string KeyOf(string culture, string name) => culture + "/" + name;
}
