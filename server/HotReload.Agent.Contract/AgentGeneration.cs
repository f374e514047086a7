namespace HotReload.Agent.Contract;

/// <summary>One step of the program: the deltas of every module that changed.</summary>
internal sealed record AgentGeneration(int Number, IReadOnlyList<AgentDelta> Deltas)
{
    /// <summary>Whether the server wants to know what the changed methods throw.</summary>
    public bool WatchesThrows { get; init; }
}
