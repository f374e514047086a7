using System.Diagnostics;
using HotReload.Agent.Calls;
using HotReload.Agent.Contract;
using HotReload.Agent.Handlers;

namespace HotReload.Agent.Updates;

/// <summary>One reload inside the program: the deltas, then the program's metadata update handlers.</summary>
sealed class ReloadStep(DeltaApplier applier, HandlerCatalog handlers, FaultWatch faults, CallWatch calls)
{
    /// <summary>Runs it and measures both parts.</summary>
    public AgentApplyResult Run(AgentGeneration generation)
    {
        var started = Stopwatch.GetTimestamp();
        var isWatched = calls.CanWatch && HasMethods(generation);
        var modules = isWatched ? calls.Around(generation, applier.Apply) : applier.Apply(generation);
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
            Stopwatch.GetElapsedTime(applied).TotalMilliseconds,
            isWatched);
    }

    static bool HasMethods(AgentGeneration generation)
    {
        foreach (var delta in generation.Deltas)
        {
            if (!delta.WatchedMethods.IsEmpty)
            {
                return true;
            }
        }

        return false;
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
