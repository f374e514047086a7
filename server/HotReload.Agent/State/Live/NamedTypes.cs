using System.Reflection;
using System.Runtime.Loader;

namespace HotReload.Agent.State.Live;

/// <summary>Finds types by the names that the compiler gave them, as the assembly whose code names them would.</summary>
static class NamedTypes
{
    /// <summary>The type, in the load context of the assembly that names it.</summary>
    /// <exception cref="TypeLoadException">There is none of this name.</exception>
    public static Type Find(string name, Assembly from) => Type.GetType(name, assembly => Find(assembly, from), null, throwOnError: true)!;

    static Assembly? Find(AssemblyName name, Assembly from) =>
        name.Name == from.GetName().Name
            ? from
            : (AssemblyLoadContext.GetLoadContext(from) ?? AssemblyLoadContext.Default).LoadFromAssemblyName(name);
}
