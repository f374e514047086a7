using System.Reflection;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Updates;

/// <summary>
/// Applies deltas to every loaded copy of a module, in whatever load context, and keeps them for copies that are loaded
/// later. Thread-safe: assemblies are loaded on any thread.
/// </summary>
sealed class DeltaApplier(IModuleUpdater updater)
{
    readonly Dictionary<Guid, ModuleHistory> _modules = [];
    readonly HashSet<string> _changed = [];
    readonly AddedAssemblies _added = new();
    readonly object _gate = new();
    volatile bool _hasDeltas;
    int _generation;

    /// <summary>A copy of a module with deltas has been loaded and caught up, or failed to. Raised on the loading thread.</summary>
    public event Action<AgentModuleReload>? Loaded;

    /// <summary>Begins to look at assemblies as they are loaded.</summary>
    public void Watch() => AppDomain.CurrentDomain.AssemblyLoad += OnAssemblyLoad;

    /// <summary>Applies a generation.</summary>
    public AgentModuleReload[] Apply(AgentGeneration generation)
    {
        var outcomes = new AgentModuleReload[generation.Deltas.Count];
        lock (_gate)
        {
            _hasDeltas = true;
            _generation = generation.Number;
            _added.Take(generation.Assemblies);
            for (var i = 0; i < outcomes.Length; i++)
            {
                outcomes[i] = Apply(generation.Deltas[i]);
            }
        }

        return outcomes;
    }

    /// <summary>The last generation that it was given, and what each module has of all of them.</summary>
    public (int Generation, AgentModuleState[] Modules) Describe()
    {
        lock (_gate)
        {
            var modules = new List<AgentModuleState>();
            foreach (var (id, module) in _modules)
            {
                modules.Add(module.Describe(id));
            }

            return (_generation, modules.ToArray());
        }
    }

    /// <summary>Whether an assembly, by its simple name, has had deltas.</summary>
    public bool HasChanged(string assembly)
    {
        lock (_gate)
        {
            return _changed.Contains(assembly);
        }
    }

    /// <summary>Brings a newly loaded assembly up to date.</summary>
    public void OnLoaded(Assembly assembly)
    {
        // Nearly always, and without a lock: most programs load most assemblies before the first delta.
        if (!_hasDeltas || assembly.IsDynamic)
        {
            return;
        }

        AgentModuleReload outcome;
        lock (_gate)
        {
            var id = assembly.ManifestModule.ModuleVersionId;
            if (!_modules.TryGetValue(id, out var module) || !module.CatchUp(assembly, updater))
            {
                return;
            }

            outcome = Outcome(id, assembly.GetName().Name ?? "", module, 1);
        }

        Loaded?.Invoke(outcome);
    }

    void OnAssemblyLoad(object? sender, AssemblyLoadEventArgs args)
    {
        try
        {
            OnLoaded(args.LoadedAssembly);
        }
        catch (Exception exception)
        {
            // This is inside the program's own load of an assembly, which must not fail for it.
            Console.Error.WriteLine("Hot reload agent: " + exception.Message);
        }
    }

    AgentModuleReload Apply(AgentDelta delta)
    {
        if (!_modules.TryGetValue(delta.ModuleId, out var module))
        {
            _modules.Add(delta.ModuleId, module = new());
        }

        if (module.Poison is { } earlier)
        {
            return new(
                delta.ModuleId, delta.AssemblyName, AgentModuleOutcome.Failed, 0, "An earlier delta failed: " + earlier);
        }

        module.Add(delta);
        _changed.Add(delta.AssemblyName);
        var copies = 0;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (!assembly.IsDynamic && assembly.ManifestModule.ModuleVersionId == delta.ModuleId)
            {
                module.CatchUp(assembly, updater);
                copies += module.Poison is null ? 1 : 0;
            }
        }

        return Outcome(delta.ModuleId, delta.AssemblyName, module, copies);
    }

    static AgentModuleReload Outcome(Guid id, string name, ModuleHistory module, int copies) => module.Poison is { } error
        ? new(id, name, AgentModuleOutcome.Failed, copies, error)
        : new(id, name, copies > 0 ? AgentModuleOutcome.Applied : AgentModuleOutcome.Pending, copies, null);
}
