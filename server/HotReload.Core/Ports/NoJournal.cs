using System.Collections.Immutable;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;

namespace HotReload.Core.Ports;

/// <summary>Keeps nothing: where no other server could go on.</summary>
public sealed class NoJournal : IGenerationJournal
{
    /// <summary>The only one needed.</summary>
    public static NoJournal Instance { get; } = new();

    /// <inheritdoc/>
    public void Add(Generation generation, ImmutableArray<ChangedText> texts)
    {
    }
}
