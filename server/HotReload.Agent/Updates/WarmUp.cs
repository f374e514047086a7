using System.Reflection;
using HotReload.Agent.Calls;
using HotReload.Agent.Contract;
using HotReload.Agent.Handlers;
using HotReload.Agent.State.Live;

namespace HotReload.Agent.Updates;

/// <summary>
/// Goes through all of a reload except for the change itself, so that the first one does not wait for the agent's code to
/// be compiled and for the program's assemblies to be searched for handlers.
/// </summary>
static class WarmUp
{
    /// <summary>Runs it; no state of the program, nor of the agent's real applier, is touched, and no handler is called.</summary>
    public static AgentApplyResult Run(AgentGeneration generation, HandlerCatalog handlers, CallWatch calls, LiveState live)
    {
        var own = typeof(WarmUp).Module.ModuleVersionId;
        var deltas = new AgentDelta[generation.Deltas.Count];
        for (var i = 0; i < deltas.Length; i++)
        {
            deltas[i] = generation.Deltas[i] with { ModuleId = own };
        }

        var step = new AgentGeneration(generation.Number, deltas);
        var modules = new DeltaApplier(new Nothing()).Apply(step);
        _ = UpdatedTypes.Resolve(step, modules);
        _ = handlers.Current();
        calls.WarmUp();
        live.WarmUp();
        var run = new HandlerRun([], [], static _ => { });
        run.ClearCaches();
        run.UpdateApplication(new HashSet<string>());
        return new(modules, run.Failures, 0, 0, calls.CanWatch, 0);
    }

    sealed class Nothing : IModuleUpdater
    {
        public string? Apply(Assembly assembly, AgentDelta delta) => null;
    }
}
