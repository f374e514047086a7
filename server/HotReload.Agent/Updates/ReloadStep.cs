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
    AgentPages? pages, Action<AgentHandlerFailure> handlerFailed)
{
    static readonly HashSet<string> s_none = [];

    /// <summary>Runs it and measures its parts.</summary>
    public AgentApplyResult Run(AgentGeneration generation)
    {
        var isWatched = calls.CanWatch && Any(generation, delta => !delta.WatchedMethods.IsEmpty && !RunsInBrowsers(delta.AssemblyName));
        var change = check.Around(() => isWatched ? calls.Around(generation, applier.Apply) : applier.Apply(generation));
        var modules = change.Modules;
        var applied = Stopwatch.GetTimestamp();

        // They need nothing of what follows here, which takes longer than their own part.
        var told = Has(modules, AgentModuleOutcome.Failed) ? 0 : pages?.Host?.ChangeInBrowsers(generation) ?? 0;
        Type[] types = [];
        var run = new HandlerRun([], [], handlerFailed);
        var state = AgentStateResult.Nothing;
        if (Has(modules, AgentModuleOutcome.Applied))
        {
            types = UpdatedTypes.Resolve(generation, modules);
            faults.Begin();
            live.Note(generation);
            throws.Watch(new WatchedMethods(generation, modules));
            if (Has(modules, AgentModuleOutcome.Applied))
            {
                run = new HandlerRun(handlers.Current(), types, handlerFailed);
                run.ClearCaches();
                state = Any(generation, static delta => delta.NewTypes.Count > 0) ? live.Run(generation, modules) : state;
                run.UpdateApplication(pages?.Host?.FindIdleHandlers(types) ?? s_none);
                check.Note(types);
            }
        }

        var handled = Stopwatch.GetTimestamp();
        return new(
            WithBrowsers(modules),
            run.Failures,
            change.ChangeMilliseconds,
            Stopwatch.GetElapsedTime(applied, handled).TotalMilliseconds - state.Milliseconds,
            isWatched,
            Math.Max(told, Has(modules, AgentModuleOutcome.Applied) ? pages?.Host?.ChangeCode(types) ?? 0 : 0))
        {
            State = state with { Checks = change.Checks, Milliseconds = state.Milliseconds + change.CheckMilliseconds },
        };
    }

    /// <summary>Nobody sees here whether a browser calls a method.</summary>
    bool RunsInBrowsers(string assembly) => pages?.Host?.RunsInBrowsers(assembly) == true;

    /// <summary>A module that only browsers run is loaded there and not here.</summary>
    AgentModuleReload[] WithBrowsers(AgentModuleReload[] modules)
    {
        var outcomes = (AgentModuleReload[])modules.Clone();
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] is { Outcome: AgentModuleOutcome.Pending } module && RunsInBrowsers(module.AssemblyName))
            {
                outcomes[i] = module with { Outcome = AgentModuleOutcome.Applied };
            }
        }

        return outcomes;
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

    static bool Has(AgentModuleReload[] modules, AgentModuleOutcome outcome)
    {
        foreach (var module in modules)
        {
            if (module.Outcome == outcome)
            {
                return true;
            }
        }

        return false;
    }
}
