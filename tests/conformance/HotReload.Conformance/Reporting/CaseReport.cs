using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HotReload.Conformance.Reporting;

/// <summary>What came of a case.</summary>
/// <param name="Name">The case's name.</param>
/// <param name="Subject">The name of its file.</param>
/// <param name="Steps">One a step, in order.</param>
public sealed record CaseReport(string Name, string Subject, ImmutableArray<StepReport> Steps)
{
    /// <summary>Whether every step did what it must.</summary>
    [JsonIgnore]
    public bool Passed => !Steps.Any(step => step.IsFailure);
}
