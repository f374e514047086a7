using System.Reflection;

namespace HotReload.Agent.Handlers;

/// <summary>Orders assemblies so that each comes after those it references.</summary>
static class AssemblyOrder
{
    /// <summary>Sorts topologically; within a circle, which compilers do not make, the given order decides.</summary>
    public static List<Assembly> Sort(Assembly[] assemblies)
    {
        var byName = new Dictionary<string, List<Assembly>>(StringComparer.OrdinalIgnoreCase);
        foreach (var assembly in assemblies)
        {
            var name = assembly.GetName().Name ?? "";
            if (!byName.TryGetValue(name, out var same))
            {
                byName.Add(name, same = []);
            }

            same.Add(assembly);
        }

        var sorted = new List<Assembly>(assemblies.Length);
        var visited = new HashSet<Assembly>();
        foreach (var assembly in assemblies)
        {
            Visit(assembly, byName, visited, sorted);
        }

        return sorted;
    }

    static void Visit(
        Assembly assembly, Dictionary<string, List<Assembly>> byName, HashSet<Assembly> visited, List<Assembly> sorted)
    {
        if (!visited.Add(assembly))
        {
            return;
        }

        if (!assembly.IsDynamic)
        {
            foreach (var reference in assembly.GetReferencedAssemblies())
            {
                if (reference.Name is { } name && byName.TryGetValue(name, out var targets))
                {
                    foreach (var target in targets)
                    {
                        Visit(target, byName, visited, sorted);
                    }
                }
            }
        }

        sorted.Add(assembly);
    }
}
