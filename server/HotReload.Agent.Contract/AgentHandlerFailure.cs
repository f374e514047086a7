namespace HotReload.Agent.Contract;

/// <summary>A metadata update handler that threw.</summary>
internal sealed record AgentHandlerFailure(string Handler, string Error);
