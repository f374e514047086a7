namespace HotReload.Runtime.Agents;

/// <summary>Decides whether a peer on the pipe is the agent that is waited for.</summary>
interface IAgentGreeting
{
    /// <summary>Hears a peer out and answers it; null where it is to be cut off.</summary>
    Task<AgentConnection?> RunAsync(Stream stream, TimeProvider time, CancellationToken cancellationToken);
}
