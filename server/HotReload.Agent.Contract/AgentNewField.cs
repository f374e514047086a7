namespace HotReload.Agent.Contract;

/// <summary>A field that a delta adds, and what its initializer makes.</summary>
internal sealed record AgentNewField(string Name, AgentInitialValue Value);
