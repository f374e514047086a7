using System.Reflection;
using System.Runtime.Loader;

namespace HotReload.Agent.State.Types;

/// <summary>The assemblies of the session's projects: the only ones whose types are carried, or made from a file's word.</summary>
sealed class SessionAssemblies(IEnumerable<string> names)
{
    readonly HashSet<string> _names = new(names, StringComparer.Ordinal);

    /// <summary>Whether an assembly is one of them.</summary>
    public bool Own(Assembly assembly) => !assembly.IsDynamic && assembly.GetName().Name is { } name && _names.Contains(name);

    /// <summary>Whether an assembly of this simple name would be one of them.</summary>
    public bool Own(string name) => _names.Contains(name);

    /// <summary>Those that are loaded, in the order of their names; where there are several copies, the program's own comes first.</summary>
    public Assembly[] Loaded()
    {
        var own = Array.FindAll(AppDomain.CurrentDomain.GetAssemblies(), Own);
        Array.Sort(own, (one, other) =>
            Context(one) != Context(other) ? Context(one) - Context(other) : string.CompareOrdinal(one.FullName, other.FullName));
        return own;
    }

    /// <summary>One of them, loaded if the program could load it by itself; null where it can't be, or is none of them.</summary>
    public Assembly? Find(string name)
    {
        if (!_names.Contains(name))
        {
            return null;
        }

        foreach (var assembly in Loaded())
        {
            if (assembly.GetName().Name == name)
            {
                return assembly;
            }
        }

        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name));
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            // A plug-in, which the program loads later from a place that only it knows, or a project that is no more.
            return null;
        }
    }

    static int Context(Assembly assembly) => AssemblyLoadContext.GetLoadContext(assembly) == AssemblyLoadContext.Default ? 0 : 1;
}
