using System.Collections.Immutable;

namespace HotReload.Conformance.LongRuns;

/// <summary>What came of a long run.</summary>
/// <param name="Passed">How often the running program was held against a build and was the same, and the checks at the end that held.</param>
/// <param name="Failed">How often something was wrong.</param>
/// <param name="Seed">What makes the same run again.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Edits">How many edits were made; a branch counts as one.</param>
/// <param name="Reloads">How many results the server gave, by their outcome.</param>
/// <param name="Deeds">What was done how often.</param>
/// <param name="Faults">How many of those were faults.</param>
/// <param name="Divergences">How often hot was not cold.</param>
/// <param name="Growth">How the server grew; null where the run was too short to say.</param>
/// <param name="Failures">What was wrong, with the edit before which it was seen.</param>
sealed record LongRunReport(
    int Passed,
    int Failed,
    int Seed,
    double Seconds,
    int Edits,
    ImmutableSortedDictionary<string, int> Reloads,
    ImmutableSortedDictionary<string, int> Deeds,
    int Faults,
    int Divergences,
    Growth? Growth,
    ImmutableArray<string> Failures)
{
    /// <summary>The run in some lines.</summary>
    public string Closing => FormattableString.Invariant($"""
        seed {Seed}: {Edits} edits and {Faults} faults in {Seconds} s
        deeds: {Words(Deeds)}
        results: {Words(Reloads)}
        growth: {(Growth is { } grown ? FormattableString.Invariant($"{grown.FirstMegabytes} MB to {grown.LastMegabytes} MB over {grown.Edits} edits ({grown.KilobytesAnEdit} kB an edit), {grown.Handles} handles, {grown.Threads} threads") : "the run was too short to say")}
        {Divergences} divergences; {Passed} passed, {Failed} failed
        """);

    static string Words(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join(", ", counts.Select(pair => FormattableString.Invariant($"{pair.Value} {pair.Key}")));
}
