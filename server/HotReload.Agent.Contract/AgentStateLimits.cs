namespace HotReload.Agent.Contract;

/// <summary>How far a capture goes. Where it would go further there is none.</summary>
/// <param name="Bytes">The most that a file may hold, before it is compressed.</param>
/// <param name="Objects">The most objects.</param>
/// <param name="Milliseconds">The longest time.</param>
internal sealed record AgentStateLimits(long Bytes, int Objects, int Milliseconds);
