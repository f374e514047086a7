namespace HotReload.Agent.Contract;

/// <summary>The outcome of one module.</summary>
internal sealed record AgentModuleReload(
    Guid ModuleId, string AssemblyName, AgentModuleOutcome Outcome, int Copies, string? Error);
