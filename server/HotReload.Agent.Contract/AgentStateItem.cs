namespace HotReload.Agent.Contract;

/// <summary>What became of one place that holds state, or of what was found in its objects.</summary>
/// <param name="Type">The type, as people call it.</param>
/// <param name="Member">The member; empty where the type as a whole is meant.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Reason">Why, where it is not plain.</param>
/// <param name="Objects">How many objects.</param>
internal sealed record AgentStateItem(string Type, string Member, AgentStateFate Fate, string? Reason, int Objects);
