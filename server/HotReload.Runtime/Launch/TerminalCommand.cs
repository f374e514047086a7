using System.Collections.Immutable;

namespace HotReload.Runtime.Launch;

/// <summary>A command for the client to run in a terminal of its own. Holds a secret: never logged.</summary>
/// <param name="Executable">What to start.</param>
/// <param name="Arguments">Its arguments, each to be quoted by the client.</param>
/// <param name="WorkingDirectory">Where.</param>
/// <param name="Environment">Variables to set; null removes.</param>
public sealed record TerminalCommand(
    string Executable,
    ImmutableArray<string> Arguments,
    string WorkingDirectory,
    ImmutableDictionary<string, string?> Environment)
{
    /// <summary>The executable only: the rest may hold secrets.</summary>
    public override string ToString() => Executable;
}
