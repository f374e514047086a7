namespace HotReload.Agent.Contract;

/// <summary>What is to be done to a type's statics and objects after a delta.</summary>
internal sealed record AgentNewType(string Type, IReadOnlyList<AgentNewField> Fields, IReadOnlyList<string> Migrations);
