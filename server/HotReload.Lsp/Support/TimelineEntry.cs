using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Lsp.Support;

/// <summary>A reload without a word of the user's sources: no compiler's message, no name of a member, no value.</summary>
internal sealed record TimelineEntry(
    int Id,
    string Session,
    ReloadCause Cause,
    ReloadOutcome Outcome,
    int Generation,
    PhaseTimings Phases,
    DeltaSizes Sizes,
    SpeculationUse? Speculation,
    bool MeetsTarget,
    ImmutableSortedDictionary<string, int> Members,
    ImmutableArray<TimelinePlace> Diagnostics,
    ImmutableArray<TimelineProcess> Processes,
    StateFate State,
    int PagesTold,
    ImmutableSortedDictionary<string, int> Assets)
{
    /// <summary>What may be told of a result.</summary>
    public static TimelineEntry Of(ReloadResult result) => new(
        result.Id, result.Session, result.Cause, result.Outcome, result.Generation, result.Phases, result.Sizes, result.Speculation, result.MeetsTarget,
        Count(result.Members.Select(member => $"{member.Kind} {member.Change}".ToLowerInvariant())),
        [.. result.Diagnostics.Select(diagnostic => new TimelinePlace(diagnostic.Code, diagnostic.Severity, diagnostic.File, diagnostic.Range.Start.Line + 1))],
        [.. result.Processes.Select(TimelineProcess.Of)],
        result.State.Fate,
        result.Page.Told,
        Count(result.Page.Assets.Select(asset => $"{asset.Kind} {asset.Outcome}".ToLowerInvariant())));

    static ImmutableSortedDictionary<string, int> Count(IEnumerable<string> words) =>
        words.GroupBy(word => word).ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
