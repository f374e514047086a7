using HotReload.Core.Reload;

namespace HotReload.Lsp.Sessions;

/// <summary>Words what became of a program's state.</summary>
internal static class StateWording
{
    /// <summary>A warning of a type whose state could not be carried, or not all of it.</summary>
    public static string Lost(TypeState state) => state.Type.Length == 0
        ? state.Reason ?? "The state could not be carried."
        : $"The state of {state.Type} was not carried over whole: {state.Reason?.TrimEnd('.')}.";

    /// <summary>For the end of a sentence about a restart.</summary>
    public static string Carried(StateSummary state)
    {
        var kept = state.Types.Where(type => type.Fate is StateFate.Kept or StateFate.Migrated).Select(type => type.Type).Distinct().ToList();
        var lost = state.Types.Where(type => type.Fate is StateFate.Lost).Select(type => type.Type).Where(type => type.Length > 0).Distinct().ToList();
        return (kept, lost, state.Fate) switch
        {
            ({ Count: 0 }, { Count: 0 }, StateFate.Lost) => state.Types[0].Reason is { } reason ? $"its state is new: {reason.TrimEnd('.')}" : "its state is new",
            ({ Count: 0 }, { Count: 0 }, _) => "its state is new",
            ({ Count: 0 }, _, _) => $"its state is new, as that of {string.Join(", ", lost)} could not be carried",
            (_, { Count: 0 }, _) => $"the state of {string.Join(", ", kept)} was carried over",
            _ => $"the state of {string.Join(", ", kept)} was carried over; some of {string.Join(", ", lost)} could not be",
        };
    }
}
