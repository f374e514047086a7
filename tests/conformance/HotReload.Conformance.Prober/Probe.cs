using System.Reflection;

namespace HotReload.Conformance.Prober;

/// <summary>Calls <c>static string Probe.Run()</c> of the program, which edits may bring, change and take away.</summary>
static class Probe
{
    const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>What it returns; the exception, where it throws one; empty, where the program has no such method.</summary>
    public static string Ask()
    {
        try
        {
            return Find()?.Invoke(null, null)?.ToString() ?? "";
        }
        catch (TargetInvocationException exception)
        {
            return $"{exception.InnerException!.GetType()}: {exception.InnerException.Message}";
        }
    }

    static MethodInfo? Find() => Assembly.GetEntryAssembly()?
        .GetTypes()
        .FirstOrDefault(type => type.Name == "Probe" && !type.IsNested)?
        .GetMethod("Run", AnyStatic, Type.EmptyTypes);
}
