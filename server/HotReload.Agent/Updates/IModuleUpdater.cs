using System.Reflection;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Updates;

/// <summary>The runtime's way to change a loaded assembly.</summary>
interface IModuleUpdater
{
    /// <summary>Applies a delta to one loaded copy.</summary>
    /// <returns>Why the runtime refused, or null.</returns>
    string? Apply(Assembly assembly, AgentDelta delta);
}
