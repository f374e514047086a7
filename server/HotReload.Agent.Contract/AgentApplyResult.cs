namespace HotReload.Agent.Contract;

/// <summary>The agent's answer to a generation.</summary>
internal sealed record AgentApplyResult(
    IReadOnlyList<AgentModuleReload> Modules,
    IReadOnlyList<AgentHandlerFailure> HandlerFailures,
    double ApplyMilliseconds,
    double HandlersMilliseconds,
    bool WatchesCalls)
{
    /// <summary>What was done to state that existed before.</summary>
    public AgentStateResult State { get; init; } = AgentStateResult.Nothing;
}
