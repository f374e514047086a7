using HotReload.Benchmarks.Measuring;

namespace HotReload.Benchmarks.Reporting;

/// <summary>A row of the JSON.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit"><c>ms</c> or <c>MB</c>.</param>
/// <param name="Ours">This project's server.</param>
/// <param name="Watch">The SDK's <c>dotnet watch</c>.</param>
/// <param name="Ratio">Our median in terms of theirs; null if one has none.</param>
/// <param name="Target">The ratio that is wanted at most; null where none is set.</param>
public sealed record ReportRow(string Name, string Unit, SampleSummary Ours, SampleSummary Watch, double? Ratio, double? Target)
{
    /// <summary>The row of a comparison.</summary>
    public static ReportRow Of(Comparison row) =>
        new(
            row.Name,
            row.Unit,
            SampleSummary.Of(row.Ours),
            SampleSummary.Of(row.Watch),
            double.IsNaN(row.Ratio) ? null : Math.Round(row.Ratio, 4),
            row.Target is { } target ? Math.Round(target, 4) : null);
}
