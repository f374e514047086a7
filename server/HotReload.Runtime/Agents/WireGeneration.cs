using System.Runtime.InteropServices;
using HotReload.Agent.Contract;
using HotReload.Core.Reload;

namespace HotReload.Runtime.Agents;

/// <summary>Between the core's records and those of the wire.</summary>
static class WireGeneration
{
    /// <summary>What the agent is sent. Copies nothing.</summary>
    public static AgentGeneration From(Generation generation) =>
        new(generation.Number, [.. generation.Deltas.Select(From)]) 
        {
            Assemblies = generation.Assemblies,
            WatchesThrows = generation.WatchesThrows,
            SearchMilliseconds = (int)generation.SearchTime.TotalMilliseconds,
        };

    /// <summary>What the agent says of one module.</summary>
    public static ModuleReload ToCore(AgentModuleReload module) => new(
        module.ModuleId,
        module.AssemblyName,
        module.Outcome switch
        {
            AgentModuleOutcome.Applied => ModuleOutcome.Applied,
            AgentModuleOutcome.Pending => ModuleOutcome.Pending,
            _ => ModuleOutcome.Failed,
        },
        module.Copies,
        module.Error);

    /// <summary>What the agent says of a call.</summary>
    public static MethodCall ToCore(AgentCall call) => new(call.Generation, call.ModuleId, call.Method);

    /// <summary>What the agent says of a metadata update handler.</summary>
    public static HandlerFailure ToCore(AgentHandlerFailure failure) => new(failure.Handler, failure.Error);

    static AgentDelta From(ModuleDelta delta) => new(
        delta.ModuleId,
        delta.AssemblyName,
        GappedBytes.Of(ImmutableCollectionsMarshal.AsArray(delta.Metadata)),
        ImmutableCollectionsMarshal.AsArray(delta.IL),
        ImmutableCollectionsMarshal.AsArray(delta.Pdb),
        ImmutableCollectionsMarshal.AsArray(delta.UpdatedTypes),
        delta.Methods.Select(method => method.Token).ToArray())
    {
        NewTypes = [.. delta.NewState.Select(WireLiveState.From)],
    };
}
