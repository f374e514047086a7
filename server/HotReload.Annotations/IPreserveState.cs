using System.Collections.Generic;

namespace HotReload.Annotations;

/// <summary>
/// A type whose objects save and restore their state themselves. A singleton of the host that is one needs no other mark; other
/// objects are saved where marked state leads to them.
/// </summary>
public interface IPreserveState
{
    /// <summary>
    /// Puts down what is to be carried, under names of its own choice. Called while the program runs, on a thread of the agent.
    /// </summary>
    /// <param name="state">Empty; takes anything that can be carried.</param>
    void Save(IDictionary<string, object?> state);

    /// <summary>Takes it back. Called before the program's host starts.</summary>
    /// <param name="state">What was saved, less what could not be carried. It may have been saved by an older version of the type.</param>
    void Restore(IReadOnlyDictionary<string, object?> state);
}
