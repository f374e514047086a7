using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Core.State;

/// <summary>Sums up what a program says of its state.</summary>
static class StateSummaries
{
    /// <summary>One entry a type and fate; reasons name the members that they are for.</summary>
    public static StateSummary Of(StateReport report)
    {
        if (report.Error is { } error)
        {
            return new(StateFate.Lost, [new("", StateFate.Lost, error)]);
        }

        var types = report.Items
            .GroupBy(item => (item.Type, item.Fate))
            .Select(group => new TypeState(group.Key.Type, group.Key.Fate, Reasons(group), group.Sum(item => item.Objects)))
            .OrderByDescending(state => state.Fate)
            .ThenBy(state => state.Type, StringComparer.Ordinal)
            .ToImmutableArray();
        return new(types.IsEmpty ? StateFate.Reset : types[0].Fate, types);
    }

    static string? Reasons(IEnumerable<StateItem> items)
    {
        var reasons = items.Where(item => item.Reason is not null)
            .GroupBy(item => item.Reason)
            .Select(group => string.Join(", ", group.Select(item => item.Member).Where(member => member.Length > 0).Distinct()) is { Length: > 0 } members
                ? $"{members}: {group.Key}"
                : group.Key);
        return string.Join("; ", reasons) is { Length: > 0 } text ? text : null;
    }
}
