using System.Collections.Concurrent;
using System.Collections.Immutable;
using HotReload.Core.Ports;

namespace HotReload.Engine.References;

/// <summary>Added references on their way: first into a session's solutions, then, as assemblies, with its next change to the program.</summary>
internal sealed class PendingReferences
{
    readonly ConcurrentQueue<AddedReferences> _added = new();
    ImmutableArray<string> _assemblies = [];

    /// <summary>Whether no solution lacks one. Safe to ask from any thread.</summary>
    public bool IsEmpty => _added.IsEmpty;

    /// <summary>Brings more of them. Safe to call from any thread.</summary>
    public void Add(AddedReferences references) => _added.Enqueue(references);

    /// <summary>Those that go into the solutions now.</summary>
    public IEnumerable<AddedReferences> TakeAll()
    {
        while (_added.TryDequeue(out var added))
        {
            _assemblies = _assemblies.AddRange(added.Assemblies);
            yield return added;
        }
    }

    /// <summary>A change with the assemblies that the program has not been told of; where it has none and somebody waits, they are the change.</summary>
    public CompiledChange AddTo(CompiledChange change, Haste haste) => _assemblies.IsEmpty ? change : change.Verdict switch
    {
        CompileVerdict.Ready => change with { Assemblies = _assemblies },
        CompileVerdict.NoChange when haste.IsWanted => change with { Verdict = CompileVerdict.Ready, Assemblies = _assemblies },
        _ => change,
    };

    /// <summary>The program has taken that change.</summary>
    public void Commit() => _assemblies = [];
}
