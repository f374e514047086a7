using System.Collections.Immutable;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;

namespace HotReload.Core.Ports;

/// <summary>Keeps what the program is given, for a server that may have to go on after this one.</summary>
public interface IGenerationJournal
{
    /// <summary>A generation is about to go to the program, or is part of its next start. Takes a fraction of a millisecond.</summary>
    /// <param name="generation">It takes the place of one with the same number, which the program did not take.</param>
    /// <param name="texts">The files that it changes.</param>
    void Add(Generation generation, ImmutableArray<ChangedText> texts);
}
