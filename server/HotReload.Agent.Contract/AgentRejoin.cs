namespace HotReload.Agent.Contract;

/// <summary>A program whose server has gone asks the next one to prove that it knows the secret.</summary>
internal sealed record AgentRejoin(int Protocol, int ProcessId, byte[] Challenge);
