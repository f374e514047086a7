namespace HotReload.Agent.Contract;

/// <summary>What the agent did to state that existed before a delta.</summary>
internal sealed record AgentStateResult(IReadOnlyList<AgentTypeState> Types, int Seen, bool Complete, double Milliseconds)
{
    public static AgentStateResult Nothing { get; } = new([], 0, true, 0);

    /// <summary>What was found of marked state.</summary>
    public IReadOnlyList<AgentStateCheck> Checks { get; init; } = [];
}
