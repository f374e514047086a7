using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Core.State;

namespace HotReload.Runtime.Launch;

/// <summary>What to start, and how.</summary>
/// <param name="Target">Full path of an executable, or of a <c>.dll</c> that is started by its own executable beside it,
/// else by <c>dotnet exec</c>; or the name of a program on the search path.</param>
/// <param name="Arguments">Passed as they are.</param>
/// <param name="WorkingDirectory">Full path.</param>
/// <param name="Environment">Added to this process's own environment; null removes.</param>
/// <param name="Replay">Asked once, when the agent connects: the generations that the session is at. The program's own code waits for them.</param>
/// <param name="Terminal">Whose terminal it runs in.</param>
public sealed record LaunchCommand(
    string Target,
    ImmutableArray<string> Arguments,
    string WorkingDirectory,
    ImmutableDictionary<string, string?> Environment,
    Func<CancellationToken, Task<ImmutableArray<Generation>>> Replay,
    TerminalMode Terminal = TerminalMode.Server)
{
    /// <summary>Who is told what the program's agent says by itself.</summary>
    public ProgramSignals Signals { get; init; } = new();

    /// <summary>Where the next server finds it, should this one end before it; null where it is to end then.</summary>
    public RecoveryPlace? Recovery { get; init; }

    /// <summary>The state that it is brought to before its own code runs; null for a fresh start.</summary>
    public StateFile? State { get; init; }

    /// <summary>What it writes if it crashes; counts where there is a <see cref="State"/>, else it is told later.</summary>
    public StateWatch? Crash { get; init; }
}
