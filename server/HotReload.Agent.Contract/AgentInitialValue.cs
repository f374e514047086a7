namespace HotReload.Agent.Contract;

/// <summary>What an initializer makes.</summary>
internal sealed record AgentInitialValue(
    AgentValueKind Kind,
    string Type,
    string Text,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<string> TypeArguments,
    IReadOnlyList<AgentInitialValue> Arguments,
    IReadOnlyList<AgentInitialValue> Calls);
