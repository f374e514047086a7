namespace HotReload.Agent.Contract;

/// <summary>The agent's word on a capture or a restore.</summary>
/// <param name="Items">Place by place.</param>
/// <param name="Objects">How many objects there are in all.</param>
/// <param name="Bytes">The file's size; 0 where there is none, as nothing is marked.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="IsComplete">Whether nothing more is to come: services follow when the program has built its host.</param>
internal sealed record AgentStateReport(
    IReadOnlyList<AgentStateItem> Items, int Objects, long Bytes, double Milliseconds, bool IsComplete = true);
