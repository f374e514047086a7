using System.Diagnostics;
using System.Reflection;

namespace HotReload.Agent.State.Live;

/// <summary>What the static fields of the program's own assemblies hold.</summary>
static class LiveStatics
{
    const BindingFlags Declared = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Their values. Runs no static constructor; generic types, and what belongs to a thread, are left out.</summary>
    public static IEnumerable<object> Find(ReachableFields fields)
    {
        var initialization = new ClassInitialization();
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (!IsOwn(assembly))
            {
                continue;
            }

            foreach (var type in TypesOf(assembly))
            {
                foreach (var value in ValuesOf(type, fields, initialization))
                {
                    yield return value;
                }
            }
        }
    }

    /// <summary>Whether an assembly can be updated, as the program's own can that were built for debugging.</summary>
    static bool IsOwn(Assembly assembly) =>
        !assembly.IsDynamic && assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    static IEnumerable<object> ValuesOf(Type type, ReachableFields fields, ClassInitialization initialization)
    {
        if (type.ContainsGenericParameters)
        {
            yield break;
        }

        foreach (var field in type.GetFields(Declared))
        {
            if (!field.IsLiteral && fields.Leads(field.FieldType) && !field.IsDefined(typeof(ThreadStaticAttribute), inherit: false)
                && initialization.HasRun(type) && field.GetValue(null) is { } value)
            {
                yield return value;
            }
        }
    }

    static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            // Some need an assembly that is not there; the program lives without them.
            return exception.Types.OfType<Type>();
        }
    }
}
