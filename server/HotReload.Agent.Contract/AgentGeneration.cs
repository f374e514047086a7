namespace HotReload.Agent.Contract;

/// <summary>One step of the program: the deltas of every module that changed.</summary>
internal sealed record AgentGeneration(int Number, IReadOnlyList<AgentDelta> Deltas)
{
    /// <summary>Full paths of assemblies that the program was started without and may need from now on.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>The longest that the agent looks for objects to bring to a new shape.</summary>
    public int SearchMilliseconds { get; init; }

    /// <summary>Whether the server wants to know what the changed methods throw.</summary>
    public bool WatchesThrows { get; init; }
}
