using System.Collections.Immutable;

namespace HotReload.Core.State;

/// <summary>A file with a program's state, and whose types may be made from it.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Assemblies">The simple names of the session's assemblies.</param>
public sealed record StateFile(string Path, ImmutableArray<string> Assemblies)
{
    /// <summary>What is written into it.</summary>
    public StateForm Form { get; init; }
}
