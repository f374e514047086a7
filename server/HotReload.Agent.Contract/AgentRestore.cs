namespace HotReload.Agent.Contract;

/// <summary>A request to bring the program to the state in a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Assemblies">The simple names of the session's assemblies: no type of any other is made.</param>
/// <param name="Crash">What a crash writes from now on; null where that is not said yet.</param>
internal sealed record AgentRestore(string Path, IReadOnlyList<string> Assemblies, AgentCapture? Crash = null);
