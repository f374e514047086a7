using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Core.State;

namespace HotReload.Core.Pipeline;

/// <summary>What a reload did to state, by the programs' own word: the compiler's plan, and what came of it.</summary>
public static class StateOutcome
{
    /// <param name="planned">What was to be done.</param>
    /// <param name="deltas">With what the programs were told to do.</param>
    /// <param name="processes">What they did.</param>
    public static StateSummary Of(StateSummary planned, ImmutableArray<ModuleDelta> deltas, ImmutableArray<ProcessReload> processes)
    {
        var done = (from process in processes from type in process.State.Types select type).ToLookup(type => (type.Assembly, type.Type));
        var told = (from delta in deltas from type in delta.NewState select (type.Display, Done: done[(delta.AssemblyName, type.Type)].ToList()))
            .ToLookup(item => item.Display, item => item.Done);
        var complete = processes.All(process => process.State.Complete);
        var judged = planned.Types.Select(type => Judge(type, [.. told[type.Type].SelectMany(item => item)], complete)).ToImmutableArray();
        var types = StateChecks.Add(judged, deltas, processes);
        return new(
            types.IsEmpty ? planned.Fate : types.Max(type => type.Fate), types,
            processes.IsEmpty ? 0 : Math.Round(processes.Max(process => process.State.Milliseconds), 2));
    }

    /// <summary>What becomes of a plan that the user does not want.</summary>
    public static StateSummary WithoutPlan(StateSummary planned)
    {
        var types = planned.Types.Select(type => type.Fate == StateFate.Migrated
            ? type with { Fate = StateFate.Defaulted, Reason = "new fields hold the default value in objects made before the reload, as the setting state.newFields says" }
            : type).ToImmutableArray();
        return new(types.IsEmpty ? planned.Fate : types.Max(type => type.Fate), types);
    }

    static TypeState Judge(TypeState planned, List<ProcessTypeState> done, bool complete)
    {
        if (done.Count == 0)
        {
            return planned;
        }

        int? objects = done.Exists(type => type.Objects is not null) ? done.Sum(type => type.Objects ?? 0) : null;
        if (done.Select(type => type.Error).FirstOrDefault(error => error is not null) is { } error)
        {
            return planned with { Fate = StateFate.Defaulted, Reason = $"{planned.Reason}; it failed: {error}", Objects = objects };
        }

        return planned with
        {
            Reason = complete ? planned.Reason : $"{planned.Reason}; not all objects were seen in the time there is for it",
            Objects = objects,
        };
    }
}
