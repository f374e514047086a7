using System.Diagnostics;
using HotReload.Agent.Contract;
using HotReload.Agent.Handlers;

namespace HotReload.Agent.Updates;

/// <summary>One reload inside the program: the deltas, then the program's metadata update handlers.</summary>
sealed class ReloadStep(DeltaApplier applier, HandlerCatalog handlers, FaultWatch faults)
{
    /// <summary>Runs it and measures both parts.</summary>
    public AgentApplyResult Run(AgentGeneration generation)
    {
        var started = Stopwatch.GetTimestamp();
        var modules = applier.Apply(generation);
        var applied = Stopwatch.GetTimestamp();
        AgentHandlerFailure[] failures = [];
        if (AnyApplied(modules))
        {
            var types = UpdatedTypes.Resolve(generation, modules);
            faults.Begin();
            failures = AnyApplied(modules) ? HandlerRun.Invoke(handlers.Current(), types) : [];
        }

        return new(
            modules,
            failures,
            Stopwatch.GetElapsedTime(started, applied).TotalMilliseconds,
            Stopwatch.GetElapsedTime(applied).TotalMilliseconds);
    }

    static bool AnyApplied(AgentModuleReload[] modules)
    {
        foreach (var module in modules)
        {
            if (module.Outcome == AgentModuleOutcome.Applied)
            {
                return true;
            }
        }

        return false;
    }
}
