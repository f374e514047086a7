namespace HotReload.Agent.Contract;

/// <summary>What a program that has been taken over by a new server is like.</summary>
/// <param name="Proof">See <see cref="RejoinProof"/>.</param>
/// <param name="Capabilities">What its runtime can take.</param>
/// <param name="Generation">The last generation that it was given.</param>
/// <param name="Fault">Why its code fails because of a change; null where it does not.</param>
/// <param name="AwayMilliseconds">How long it was without a server.</param>
/// <param name="Modules">The modules that it has deltas of.</param>
internal sealed record AgentRejoined(
    byte[] Proof, IReadOnlyList<string> Capabilities, int Generation, string? Fault, int AwayMilliseconds, IReadOnlyList<AgentModuleState> Modules);
