using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Conformance.Cases;

/// <summary>What an edit must come to, where that is not simply what a build would do. What is left out may be anything.</summary>
/// <param name="Outcome">The result's outcome.</param>
/// <param name="Codes">Codes that the result must carry; it may carry others.</param>
/// <param name="Output">What the program answers afterwards; after a restart, where one was needed.</param>
public sealed record StepExpectation(ReloadOutcome? Outcome = null, ImmutableArray<string>? Codes = null, string? Output = null);
