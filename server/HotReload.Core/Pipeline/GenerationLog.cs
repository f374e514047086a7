using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Core.Pipeline;

/// <summary>
/// Every generation that the running program has acknowledged, in order. A program that is started again, or an
/// assembly that is loaded later, gets them all.
/// </summary>
public sealed class GenerationLog
{
    ImmutableArray<Generation> _generations = [];

    /// <summary>The acknowledged generations, first one first.</summary>
    public ImmutableArray<Generation> All => _generations;

    /// <summary>The number of the last one; 0 before the first.</summary>
    public int Current => _generations.Length;

    /// <summary>The generation that these deltas would be.</summary>
    public Generation Next(ImmutableArray<ModuleDelta> deltas) => new(Current + 1, deltas);

    /// <summary>Adds the generation after the current one.</summary>
    public void Add(Generation generation)
    {
        if (generation.Number != Current + 1)
        {
            throw new ArgumentException($"Generation {generation.Number} can't follow {Current}.", nameof(generation));
        }

        _generations = _generations.Add(generation);
    }
}
