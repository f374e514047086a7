namespace HotReload.Agent.Contract;

/// <summary>A request to bring the program to the state in a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Assemblies">The simple names of the session's assemblies: no type of any other is made.</param>
internal sealed record AgentRestore(string Path, IReadOnlyList<string> Assemblies);
