namespace HotReload.Agent.Contract;

/// <summary>What was thrown in a member that a generation has changed.</summary>
internal sealed record AgentThrown(int Generation, string Type, string Member, string Exception, string Message);
