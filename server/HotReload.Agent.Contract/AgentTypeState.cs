namespace HotReload.Agent.Contract;

/// <summary>What was done to a type's objects: how many there are where they were looked for, and what went wrong first.</summary>
internal sealed record AgentTypeState(string Assembly, string Type, int? Objects, string? Error);
