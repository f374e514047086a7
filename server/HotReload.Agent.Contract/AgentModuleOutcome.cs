namespace HotReload.Agent.Contract;

/// <summary>What a process did with a module's delta.</summary>
internal enum AgentModuleOutcome
{
    /// <summary>Every loaded copy took it.</summary>
    Applied,

    /// <summary>No copy is loaded yet; the delta is kept.</summary>
    Pending,

    /// <summary>The runtime refused it, or an earlier one of the same module.</summary>
    Failed,
}
