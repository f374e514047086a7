namespace HotReload.Agent.Contract;

/// <summary>The first call of a changed method since the generation that changed it.</summary>
internal sealed record AgentCall(int Generation, Guid ModuleId, int Method);
