using System.Reflection;
using System.Reflection.Metadata;

namespace HotReload.Agent.Start;

/// <summary>What this runtime can take.</summary>
static class RuntimeCapabilities
{
    // Up to this version a second array initializer in one session can break it: dotnet/runtime issue 131752.
    const string AddFieldRva = "AddFieldRva";

    // Up to this version a program that has got a method in a generic type ends by a fault of memory when it first uses the type with
    // other arguments. A restart is the lesser evil.
    const string GenericAddMethod = "GenericAddMethodToExistingType";

    static readonly Version LastFaulty = new(10, 0, 12);

    /// <summary>The capabilities, as the runtime names them; none where it does not support updates.</summary>
    public static string[] Read()
    {
        if (!MetadataUpdater.IsSupported)
        {
            return [];
        }

        var method = typeof(MetadataUpdater).GetMethod("GetCapabilities", BindingFlags.NonPublic | BindingFlags.Static);
        return method is null ? [] : Usable(method.CreateDelegate<Func<string>>()(), Environment.Version);
    }

    /// <summary>The capabilities that can be trusted on this version.</summary>
    public static string[] Usable(string capabilities, Version runtime)
    {
        var all = capabilities.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return runtime > LastFaulty ? all : Array.FindAll(all, name => name is not (AddFieldRva or GenericAddMethod));
    }
}
