namespace HotReload.Agent.Contract;

/// <summary>What was found of the marked state of a type, by a look just before a change and one just after it.</summary>
/// <param name="Assembly">The assembly's simple name.</param>
/// <param name="Type">The type's name, as reflection has it.</param>
/// <param name="Name">The type's name, as people have it.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Values">How many values were compared.</param>
/// <param name="Members">The static members that are not as they were.</param>
internal sealed record AgentStateCheck(
    string Assembly, string Type, string Name, AgentCheckOutcome Outcome, int Values, IReadOnlyList<string> Members);
