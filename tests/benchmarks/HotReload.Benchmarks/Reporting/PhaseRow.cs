using HotReload.Core.Reload;

namespace HotReload.Benchmarks.Reporting;

/// <summary>Where the time of reloads went: medians in milliseconds.</summary>
/// <param name="Scenario">The program.</param>
/// <param name="Kind">What made them, and whether they were compiled ahead.</param>
/// <param name="N">How many there were.</param>
/// <param name="Phases">By phase.</param>
/// <param name="Ahead">How long the compilation ahead took; 0 where there was none.</param>
/// <param name="Waited">How long it was waited for.</param>
/// <param name="Total95">What 95 of 100 do not exceed in all.</param>
public sealed record PhaseRow(string Scenario, string Kind, int N, PhaseTimings Phases, double Ahead, double Waited, double Total95)
{
    /// <summary>The row of some results.</summary>
    public static PhaseRow Of(string scenario, string kind, IReadOnlyList<ReloadResult> results)
    {
        return new(
            scenario, kind, results.Count,
            new(
                Of(phases => phases.Text), Of(phases => phases.Compile), Of(phases => phases.Emit), Of(phases => phases.Transport),
                Of(phases => phases.Apply), Of(phases => phases.Handlers), Of(phases => phases.Total)),
            Rank(result => result.Speculation?.Milliseconds ?? 0, 0.5),
            Rank(result => result.Speculation?.Waited ?? 0, 0.5),
            Rank(result => result.Phases.Total, 0.95));

        double Of(Func<PhaseTimings, double> phase) => Rank(result => phase(result.Phases), 0.5);

        double Rank(Func<ReloadResult, double> value, double part)
        {
            var sorted = results.Select(value).Order().ToList();
            return Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)], 2);
        }
    }
}
