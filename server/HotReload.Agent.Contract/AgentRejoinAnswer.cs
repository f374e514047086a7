namespace HotReload.Agent.Contract;

/// <summary>The new server's proof, and what the program is to prove in its turn.</summary>
/// <param name="Proof">See <see cref="RejoinProof"/>.</param>
/// <param name="Challenge">What the program's proof is made of.</param>
/// <param name="ServerId">The new server's process id.</param>
/// <param name="ServerStarted">When that process started, in the system's own unit.</param>
internal sealed record AgentRejoinAnswer(byte[] Proof, byte[] Challenge, int ServerId, long ServerStarted);
