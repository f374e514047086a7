using System.Diagnostics;
using HotReload.Agent.Calls;
using HotReload.Agent.Contract;
using HotReload.Agent.Handlers;
using HotReload.Agent.Pages;
using HotReload.Agent.State.Checks;
using HotReload.Agent.State.Live;

namespace HotReload.Agent.Updates;

/// <summary>
/// One reload inside the program: the deltas, then what is to be done to state, then the program's metadata update handlers,
/// then its open pages. Marked state is looked at right before the deltas and right after them, when nothing else has been done. State comes
/// between the handlers' two calls: what reflection knew of the old types is forgotten, and nothing has been drawn from the new ones.
/// </summary>
sealed class ReloadStep(
    DeltaApplier applier, HandlerCatalog handlers, FaultWatch faults, ThrowWatch throws, CallWatch calls, LiveState live, MarkedStateCheck check,
    AgentPages? pages)
{
    static readonly HashSet<string> s_none = [];

    /// <summary>Runs it and measures its parts.</summary>
    public AgentApplyResult Run(AgentGeneration generation)
    {
        var isWatched = calls.CanWatch && Any(generation, static delta => !delta.WatchedMethods.IsEmpty);
        var change = check.Around(() => isWatched ? calls.Around(generation, applier.Apply) : applier.Apply(generation));
        var modules = change.Modules;
        var applied = Stopwatch.GetTimestamp();
        Type[] types = [];
        var run = new HandlerRun([], []);
        var state = AgentStateResult.Nothing;
        if (AnyApplied(modules))
        {
            types = UpdatedTypes.Resolve(generation, modules);
            faults.Begin();
            live.Note(generation);
            throws.Watch(new WatchedMethods(generation, modules));
            if (AnyApplied(modules))
            {
                run = new HandlerRun(handlers.Current(), types);
                run.ClearCaches();
                state = Any(generation, static delta => delta.NewTypes.Count > 0) ? live.Run(generation, modules) : state;
                run.UpdateApplication(pages?.Host?.FindIdleHandlers(types) ?? s_none);
                check.Note(types);
            }
        }

        var handled = Stopwatch.GetTimestamp();
        return new(
            modules,
            run.Failures,
            change.ChangeMilliseconds,
            Stopwatch.GetElapsedTime(applied, handled).TotalMilliseconds - state.Milliseconds,
            isWatched,
            AnyApplied(modules) ? pages?.Host?.ChangeCode(types) ?? 0 : 0)
        {
            State = state with { Checks = change.Checks, Milliseconds = state.Milliseconds + change.CheckMilliseconds },
        };
    }

    static bool Any(AgentGeneration generation, Predicate<AgentDelta> fits)
    {
        foreach (var delta in generation.Deltas)
        {
            if (fits(delta))
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
