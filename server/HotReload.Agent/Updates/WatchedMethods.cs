using System.Reflection;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Updates;

/// <summary>The methods that a generation has changed, in the modules that took it.</summary>
sealed class WatchedMethods
{
    readonly Dictionary<Guid, HashSet<int>> _methods = [];

    public WatchedMethods(AgentGeneration generation, AgentModuleReload[] modules)
    {
        Generation = generation.Number;
        for (var i = 0; i < modules.Length; i++)
        {
            if (generation.WatchesThrows && modules[i].Outcome == AgentModuleOutcome.Applied && !generation.Deltas[i].WatchedMethods.IsEmpty)
            {
                _methods[modules[i].ModuleId] = [.. generation.Deltas[i].WatchedMethods.Span];
            }
        }
    }

    /// <summary>The generation's number.</summary>
    public int Generation { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _methods.Count == 0;

    /// <summary>Whether a method is in a module with such methods: the program's own code, and not a library's.</summary>
    public bool IsNear(MethodBase method) => _methods.ContainsKey(method.Module.ModuleVersionId);

    /// <summary>Whether it is one of them.</summary>
    public bool Has(MethodBase method) =>
        _methods.TryGetValue(method.Module.ModuleVersionId, out var tokens) && tokens.Contains(method.MetadataToken);
}
