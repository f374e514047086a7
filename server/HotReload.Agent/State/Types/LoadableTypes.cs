using System.Reflection;

namespace HotReload.Agent.State.Types;

/// <summary>The types of an assembly, as far as they can be loaded.</summary>
static class LoadableTypes
{
    public static Type[] Of(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            // A type that needs an assembly that is not there is no type that holds state.
            return Array.FindAll(exception.Types, type => type is not null)!;
        }
    }
}
