using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Core.Pipeline;

/// <summary>Adds what the programs have found of their marked state to what is said of types.</summary>
internal static class StateChecks
{
    /// <summary>Types that the reload has not touched are added where they are marked.</summary>
    public static ImmutableArray<TypeState> Add(
        ImmutableArray<TypeState> types, ImmutableArray<ModuleDelta> deltas, ImmutableArray<ProcessReload> processes)
    {
        var displays = deltas.SelectMany(delta => delta.NewState, (delta, type) => (Key: (delta.AssemblyName, type.Type), type.Display))
            .ToLookup(item => item.Key, item => item.Display);
        var result = types.ToList();
        foreach (var found in processes.SelectMany(process => process.State.Checks).GroupBy(check => (check.Assembly, check.Type)))
        {
            var worst = found.MaxBy(check => check.Outcome)!;
            var display = displays[found.Key].FirstOrDefault() ?? worst.Name;
            var known = result.FindIndex(type => type.Type == display || display.EndsWith($".{type.Type}", StringComparison.Ordinal));
            if (known < 0)
            {
                result.Add(new(display, StateFate.Kept, Reason(worst), null, worst.Outcome));
            }
            else
            {
                var reasons = new[] { result[known].Reason, Reason(worst) }.OfType<string>();
                result[known] = result[known] with { Check = worst.Outcome, Reason = string.Join("; ", reasons) is { Length: > 0 } text ? text : null };
            }
        }

        return [.. result];
    }

    /// <summary>Why it is not verified; null where it is.</summary>
    static string? Reason(ProcessStateCheck check) => check.Outcome switch
    {
        StateCheck.Partly => $"verified for its first {ReloadWording.Count(check.Values, "value")}; there was no time to look at more",
        StateCheck.Changed => $"{string.Join(", ", check.Members)}{(check.Members.IsEmpty ? "not" : ": not")} verified, as the program has changed it meanwhile",
        _ => null,
    };
}
