using HotReload.Agent.Contract;
using HotReload.JsonRpc.Framing;

namespace HotReload.Runtime.Agents;

/// <summary>An agent that has shown the secret and been accepted.</summary>
/// <param name="Stream">The pipe.</param>
/// <param name="Reader">What the agent says.</param>
/// <param name="Writer">What it is told.</param>
/// <param name="Hello">How it introduced itself.</param>
/// <param name="ReplayError">Why the earlier generations could not be replayed; null where they were.</param>
/// <param name="Restored">The first word on the state that it was given; null where it was given none.</param>
sealed record AgentConnection(
    Stream Stream, FrameReader Reader, FrameWriter Writer, AgentHello Hello, string? ReplayError, AgentStateReport? Restored);
