using HotReload.Benchmarks.Reporting;
using HotReload.Core.Reload;

namespace HotReload.Benchmarks.Measuring;

/// <summary>Where the time of our own reloads went, by what they were and whether they were compiled ahead.</summary>
public sealed class Phases
{
    readonly Dictionary<(string Scenario, string Kind), List<ReloadResult>> _results = [];

    /// <summary>The rows, medians in milliseconds.</summary>
    public IReadOnlyList<PhaseRow> Rows => [.. _results.Select(entry => PhaseRow.Of(entry.Key.Scenario, entry.Key.Kind, entry.Value))];

    /// <summary>Takes the results of a session.</summary>
    public void Add(string scenario, IEnumerable<ReloadResult> results)
    {
        foreach (var result in results.Where(result => result.Outcome == ReloadOutcome.Applied))
        {
            var kind = $"{result.Cause.ToString().ToLowerInvariant()}, {(result.Speculation is null ? "compiled then" : "compiled ahead")}";
            if (!_results.TryGetValue((scenario, kind), out var list))
            {
                _results.Add((scenario, kind), list = []);
            }

            list.Add(result);
        }
    }
}
