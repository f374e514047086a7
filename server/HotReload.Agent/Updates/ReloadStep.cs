using System.Diagnostics;
using HotReload.Agent.Contract;
using HotReload.Agent.Handlers;
using HotReload.Agent.State.Live;

namespace HotReload.Agent.Updates;

/// <summary>
/// One reload inside the program: the deltas, then what is to be done to state, then the program's metadata update handlers. State comes
/// between the handlers' two calls: what reflection knew of the old types is forgotten, and nothing has been drawn from the new ones.
/// </summary>
sealed class ReloadStep(DeltaApplier applier, HandlerCatalog handlers, FaultWatch faults, ThrowWatch throws, HostWatch hosts)
{
    /// <summary>Runs it and measures both parts.</summary>
    public AgentApplyResult Run(AgentGeneration generation)
    {
        var started = Stopwatch.GetTimestamp();
        var modules = applier.Apply(generation);
        var applied = Stopwatch.GetTimestamp();
        AgentHandlerFailure[] failures = [];
        var state = AgentStateResult.Nothing;
        if (AnyApplied(modules))
        {
            var types = UpdatedTypes.Resolve(generation, modules);
            faults.Begin();
            throws.Watch(new WatchedMethods(generation, modules));
            if (AnyApplied(modules))
            {
                var run = new HandlerRun(handlers.Current(), types);
                run.ClearCaches();
                state = HasState(generation) ? new LiveState(hosts).Run(generation, modules) : state;
                run.UpdateApplication();
                failures = run.Failures;
            }
        }

        return new(
            modules,
            failures,
            Stopwatch.GetElapsedTime(started, applied).TotalMilliseconds,
            Stopwatch.GetElapsedTime(applied).TotalMilliseconds - state.Milliseconds)
        {
            State = state,
        };
    }

    static bool HasState(AgentGeneration generation)
    {
        foreach (var delta in generation.Deltas)
        {
            if (delta.NewTypes.Count > 0)
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
