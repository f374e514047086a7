namespace HotReload.Agent.Contract;

/// <summary>What pages show of the session.</summary>
/// <param name="State">The session's state, by its name in the protocol.</param>
/// <param name="Message">What there is to say of it.</param>
/// <param name="Problems">Why text is held back.</param>
internal sealed record AgentPageState(string State, string Message, IReadOnlyList<AgentPageProblem> Problems);
