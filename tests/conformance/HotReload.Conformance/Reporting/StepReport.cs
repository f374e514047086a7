using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HotReload.Core.Reload;

namespace HotReload.Conformance.Reporting;

/// <summary>What came of one edit.</summary>
/// <param name="Step">Counts the case's steps from 1.</param>
/// <param name="Verdict">The judgement.</param>
/// <param name="Message">Why, where the verdict does not say all.</param>
/// <param name="Outcome">The result's outcome; null where there was no result.</param>
/// <param name="Codes">The codes of the result's diagnostics, each once.</param>
/// <param name="Milliseconds">What the reload took in all.</param>
/// <param name="State">What the result says of the program's state.</param>
/// <param name="Hot">What the running program answers; after a restart, where one was needed.</param>
/// <param name="Cold">What a program built from the same text answers; null where the text has errors.</param>
public sealed record StepReport(
    int Step,
    StepVerdict Verdict,
    string? Message = null,
    ReloadOutcome? Outcome = null,
    ImmutableArray<string>? Codes = null,
    [property: JsonPropertyName("ms")] double? Milliseconds = null,
    StateFate? State = null,
    string? Hot = null,
    string? Cold = null)
{
    /// <summary>Whether a person has to look at it.</summary>
    [JsonIgnore]
    public bool IsFailure => Verdict is StepVerdict.Different or StepVerdict.Unexpected or StepVerdict.Crashed or StepVerdict.Unusable;
}
