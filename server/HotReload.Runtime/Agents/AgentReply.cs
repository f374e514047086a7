namespace HotReload.Runtime.Agents;

/// <summary>What came of a call to an agent.</summary>
/// <param name="Result">The result; null where there is none.</param>
/// <param name="Error">Why not.</param>
readonly record struct AgentReply(object? Result, string? Error);
