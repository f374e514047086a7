using HotReload.Agent.Contract;
using HotReload.JsonRpc.Framing;

namespace HotReload.Runtime.Agents;

/// <summary>An agent that has shown the secret and been accepted.</summary>
sealed record AgentConnection(Stream Stream, FrameReader Reader, FrameWriter Writer, AgentHello Hello);
