namespace HotReload.Agent.Contract;

/// <summary>How an agent introduces itself.</summary>
internal sealed record AgentHello(
    int Protocol, string Secret, int ProcessId, string RuntimeVersion, IReadOnlyList<string> Capabilities);
