namespace HotReload.Core.Reload;

/// <summary>What a process did with the delta of one module.</summary>
public enum ModuleOutcome
{
    /// <summary>Every loaded copy of the module runs the new code.</summary>
    Applied,

    /// <summary>The module is not loaded yet; the process keeps the delta and applies it when it is.</summary>
    Pending,

    /// <summary>The runtime refused it.</summary>
    Failed,
}
