namespace HotReload.Agent.Contract;

/// <summary>A request to write the program's state to a file.</summary>
/// <param name="Path">The file, in the session's folder.</param>
/// <param name="Mode">What to take.</param>
/// <param name="Limits">How far to go.</param>
/// <param name="Assemblies">The simple names of the session's assemblies.</param>
internal sealed record AgentCapture(string Path, AgentStateMode Mode, AgentStateLimits Limits, IReadOnlyList<string> Assemblies)
{
    /// <summary>What the file is for.</summary>
    public AgentStateForm Form { get; init; }
}
