using System.Reflection;
using System.Reflection.Metadata;

namespace HotReload.Agent.Start;

/// <summary>What this runtime can take.</summary>
static class RuntimeCapabilities
{
    const string AddFieldRva = "AddFieldRva";

    // Up to this version a second array initializer in one session can break it: dotnet/runtime issue 131752.
    static readonly Version LastWithFaultyFieldRva = new(10, 0, 12);

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
        var fieldRva = Array.IndexOf(all, AddFieldRva);
        if (fieldRva < 0 || runtime > LastWithFaultyFieldRva)
        {
            return all;
        }

        var usable = new string[all.Length - 1];
        Array.Copy(all, usable, fieldRva);
        Array.Copy(all, fieldRva + 1, usable, fieldRva, usable.Length - fieldRva);
        return usable;
    }
}
