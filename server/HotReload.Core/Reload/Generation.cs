using System.Collections.Immutable;

namespace HotReload.Core.Reload;

/// <summary>One step of the running program: the deltas that took it from the generation before.</summary>
/// <param name="Number">1 for the first delta of a session; 0 is the program as it was started.</param>
/// <param name="Deltas">One entry a module; none where all it brings are assemblies.</param>
public sealed record Generation(int Number, ImmutableArray<ModuleDelta> Deltas)
{
    /// <summary>Full paths of assemblies that the program was started without and may need from now on.</summary>
    public ImmutableArray<string> Assemblies { get; init; } = [];

    /// <summary>The longest that the program looks for objects to bring to a new shape.</summary>
    public TimeSpan SearchTime { get; init; }

    /// <summary>Whether the program is to tell what the changed methods throw.</summary>
    public bool WatchesThrows { get; init; }
}
