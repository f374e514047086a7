namespace HotReload.Agent.Contract;

/// <summary>The agent's answer to a generation; <c>Pages</c> is how many open pages were told to fetch themselves again.</summary>
internal sealed record AgentApplyResult(
    IReadOnlyList<AgentModuleReload> Modules,
    IReadOnlyList<AgentHandlerFailure> HandlerFailures,
    double ApplyMilliseconds,
    double HandlersMilliseconds,
    bool WatchesCalls,
    int Pages)
{
    /// <summary>What was done to state that existed before.</summary>
    public AgentStateResult State { get; init; } = AgentStateResult.Nothing;
}
