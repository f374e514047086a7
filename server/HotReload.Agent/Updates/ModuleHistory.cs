using System.Reflection;
using System.Runtime.CompilerServices;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Updates;

/// <summary>All deltas of one module in their order, and how many of them each loaded copy has.</summary>
sealed class ModuleHistory
{
    readonly List<AgentDelta> _deltas = [];

    // Weak, so that an unloadable context can go.
    readonly ConditionalWeakTable<Assembly, StrongBox<int>> _applied = [];

    /// <summary>Why the module gets no more deltas; null as long as it does.</summary>
    public string? Poison { get; private set; }

    public void Add(AgentDelta delta) => _deltas.Add(delta);

    /// <summary>What the module has, for a server that must find out whether that is what it takes it for.</summary>
    public AgentModuleState Describe(Guid id)
    {
        var digest = DeltaDigest.None;
        foreach (var delta in _deltas)
        {
            digest = DeltaDigest.Chain(digest, DeltaDigest.Of(delta.Metadata.Fill().Span, delta.IL.Span));
        }

        return new(id, _deltas.Count, digest, Poison);
    }

    /// <summary>Applies what a copy lacks. A failure poisons the module.</summary>
    /// <returns>Whether there was anything to apply.</returns>
    public bool CatchUp(Assembly copy, IModuleUpdater updater)
    {
        var applied = _applied.GetValue(copy, static _ => new(0));
        var before = applied.Value;
        while (Poison is null && applied.Value < _deltas.Count)
        {
            Poison = updater.Apply(copy, _deltas[applied.Value]);
            applied.Value++;
        }

        return applied.Value > before;
    }
}
