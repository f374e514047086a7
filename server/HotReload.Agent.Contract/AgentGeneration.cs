namespace HotReload.Agent.Contract;

/// <summary>One step of the program: the deltas of every module that changed.</summary>
internal sealed record AgentGeneration(int Number, IReadOnlyList<AgentDelta> Deltas);
