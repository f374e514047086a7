namespace HotReload.Agent.Contract;

/// <summary>What a program wrote while no server was there to read it.</summary>
/// <param name="Stream">1: standard output, 2: standard error.</param>
/// <param name="Bytes">As they were written.</param>
internal sealed record AgentOutput(int Stream, byte[] Bytes);
