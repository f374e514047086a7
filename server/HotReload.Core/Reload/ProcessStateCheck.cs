using System.Collections.Immutable;

namespace HotReload.Core.Reload;

/// <summary>What one process has found of the marked state of a type.</summary>
/// <param name="Assembly">The assembly's simple name.</param>
/// <param name="Type">The type's name, as reflection has it.</param>
/// <param name="Name">The type's name, as people have it.</param>
/// <param name="Outcome">What it found.</param>
/// <param name="Values">How many values it compared.</param>
/// <param name="Members">The static members that are not as they were.</param>
public sealed record ProcessStateCheck(
    string Assembly, string Type, string Name, StateCheck Outcome, int Values, ImmutableArray<string> Members);
