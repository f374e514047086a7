using System.Collections.Immutable;

namespace HotReload.Conformance.Cases;

/// <summary>One edit.</summary>
/// <param name="Files">The files that change: relative path to new text; null deletes the file.</param>
/// <param name="Expect">What must come of it; null: what a build of the same text would do.</param>
public sealed record CaseStep(ImmutableSortedDictionary<string, string?> Files, StepExpectation? Expect = null);
