using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Lsp.Support;

/// <summary>How long one phase of the reloads that were applied took, in milliseconds.</summary>
internal sealed record PhaseStatistics(string Phase, int Reloads, double Median, double P95, double Longest)
{
    static readonly ImmutableArray<(string Name, Func<PhaseTimings, double> Of)> s_phases =
    [
        ("text", timings => timings.Text), ("compile", timings => timings.Compile), ("emit", timings => timings.Emit),
        ("transport", timings => timings.Transport), ("apply", timings => timings.Apply), ("handlers", timings => timings.Handlers),
        ("total", timings => timings.Total),
    ];

    /// <summary>Those of all phases; none where nothing was applied.</summary>
    public static ImmutableArray<PhaseStatistics> Of(IEnumerable<ReloadResult> results)
    {
        var applied = results.Where(result => result.Outcome == ReloadOutcome.Applied).Select(result => result.Phases).ToList();
        return applied.Count == 0 ? [] : [.. s_phases.Select(phase => Of(phase.Name, [.. applied.Select(phase.Of).Order()]))];
    }

    static PhaseStatistics Of(string name, ImmutableArray<double> sorted) =>
        new(name, sorted.Length, sorted[sorted.Length / 2], sorted[Math.Min(sorted.Length - 1, sorted.Length * 95 / 100)], sorted[^1]);
}
