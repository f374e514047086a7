using System.Collections.Immutable;

namespace HotReload.Conformance.Reporting;

/// <summary>What came of a run.</summary>
/// <param name="Passed">How many cases did what they must.</param>
/// <param name="Failed">How many did not.</param>
/// <param name="Verdicts">How many steps came to each verdict.</param>
/// <param name="Seconds">What the run took.</param>
/// <param name="CasesPerMinute">How fast it was.</param>
/// <param name="Cases">All cases, in the order of their files.</param>
public sealed record RunReport(
    int Passed,
    int Failed,
    ImmutableSortedDictionary<StepVerdict, int> Verdicts,
    double Seconds,
    double CasesPerMinute,
    ImmutableArray<CaseReport> Cases)
{
    /// <summary>Counts what came of the cases.</summary>
    public static RunReport Of(ImmutableArray<CaseReport> cases, TimeSpan taken)
    {
        var passed = cases.Count(report => report.Passed);
        var verdicts = cases.SelectMany(report => report.Steps).GroupBy(step => step.Verdict)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Count());
        return new(
            passed, cases.Length - passed, verdicts, Math.Round(taken.TotalSeconds, 1),
            Math.Round(cases.Length / taken.TotalMinutes, 1), cases);
    }

    /// <summary>The run in one line.</summary>
    public string Closing
    {
        get
        {
            var words = string.Join(", ", Verdicts.Select(pair => FormattableString.Invariant($"{pair.Value} {pair.Key}"))).ToLowerInvariant();
            return FormattableString.Invariant($"{Passed} passed, {Failed} failed in {Seconds} s ({CasesPerMinute} a minute); steps: {words}");
        }
    }
}
