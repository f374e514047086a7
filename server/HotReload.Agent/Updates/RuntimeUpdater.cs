using System.Reflection;
using System.Reflection.Metadata;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Updates;

/// <summary>The real runtime.</summary>
sealed class RuntimeUpdater : IModuleUpdater
{
    public static IModuleUpdater Instance { get; } = new RuntimeUpdater();

    public string? Apply(Assembly assembly, AgentDelta delta)
    {
        try
        {
            MetadataUpdater.ApplyUpdate(assembly, delta.Metadata.Fill().Span, delta.IL.Span, delta.Pdb.Span);
            return null;
        }
        catch (Exception exception)
        {
            // The runtime documents no closed set of exceptions here, and any of them means the same: refused.
            return exception.GetType().FullName + ": " + exception.Message;
        }
    }
}
