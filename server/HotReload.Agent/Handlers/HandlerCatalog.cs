using System.Reflection;

namespace HotReload.Agent.Handlers;

/// <summary>The program's metadata update handlers, found anew only when an assembly was loaded since.</summary>
sealed class HandlerCatalog
{
    const string AttributeName = "System.Reflection.Metadata.MetadataUpdateHandlerAttribute";

    // Weak, so that a handler does not keep an unloadable context alive; a type of any other context lives as long as it.
    WeakReference<Type>[] _handlers = [];
    int _loads;
    int _seenLoads = -1;

    /// <summary>Begins to look at assemblies as they are loaded.</summary>
    public void Watch() => AppDomain.CurrentDomain.AssemblyLoad += (_, _) => Interlocked.Increment(ref _loads);

    /// <summary>The handlers' types, dependencies before dependents. For one thread.</summary>
    public Type[] Current()
    {
        var loads = Volatile.Read(ref _loads);
        if (loads != _seenLoads)
        {
            _handlers = Find(AssemblyOrder.Sort(AppDomain.CurrentDomain.GetAssemblies()));
            _seenLoads = loads;
        }

        var types = new List<Type>();
        foreach (var reference in _handlers)
        {
            if (reference.TryGetTarget(out var type))
            {
                types.Add(type);
            }
        }

        return types.ToArray();
    }

    /// <summary>The handlers that these assemblies declare, in the assemblies' order.</summary>
    public static WeakReference<Type>[] Find(List<Assembly> assemblies)
    {
        var handlers = new List<WeakReference<Type>>();
        foreach (var assembly in assemblies)
        {
            try
            {
                AddOf(assembly, handlers);
            }
            catch (Exception)
            {
                // Reading attributes can fail in as many ways as there are broken assemblies (missing references, bad
                // metadata, resolvers of the program that throw). Such an assembly has no handlers; the others do.
            }
        }

        return handlers.ToArray();
    }

    static void AddOf(Assembly assembly, List<WeakReference<Type>> handlers)
    {
        if (assembly.IsDynamic)
        {
            return;
        }

        foreach (var attribute in assembly.GetCustomAttributesData())
        {
            // By name: a library may declare its own copy of the attribute.
            if (attribute.AttributeType.FullName == AttributeName
                && attribute.ConstructorArguments.Count == 1
                && attribute.ConstructorArguments[0].Value is Type type)
            {
                handlers.Add(new(type));
            }
        }
    }
}
