using System.Collections.Immutable;

namespace HotReload.Conformance.LongRuns;

/// <summary>A deed of a long run.</summary>
/// <param name="Deed">Its name.</param>
/// <param name="Files">The files that it has changed: relative path to text; null where it has deleted one.</param>
/// <param name="Results">What the server said.</param>
/// <param name="State">The session's state after it, in the server's words.</param>
/// <param name="Answer">What the program answered then; null where it did not.</param>
sealed record TrailStep(string Deed, ImmutableSortedDictionary<string, string?> Files, ImmutableArray<string> Results, string State, string? Answer);
