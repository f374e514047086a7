using HotReload.Benchmarks.Measuring;

namespace HotReload.Benchmarks.Reporting;

/// <summary>Samples in short, as the JSON has them.</summary>
/// <param name="P50">The median; null without samples.</param>
/// <param name="P95">What 95 of 100 do not exceed; null without samples.</param>
/// <param name="P99">What 99 of 100 do not exceed; null without samples.</param>
/// <param name="N">How many there are.</param>
/// <param name="Lost">How many edits never showed.</param>
public sealed record SampleSummary(double? P50, double? P95, double? P99, int N, int Lost)
{
    /// <summary>The summary of samples.</summary>
    public static SampleSummary Of(Samples samples) =>
        new(Number(samples.Percentile(0.5)), Number(samples.Percentile(0.95)), Number(samples.Percentile(0.99)), samples.Count, samples.Lost);

    static double? Number(double value) => double.IsNaN(value) ? null : Math.Round(value, 2);
}
