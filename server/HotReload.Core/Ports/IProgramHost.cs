using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Core.Ports;

/// <summary>The programs of a session, as the pipeline needs them.</summary>
public interface IProgramHost
{
    /// <summary>The programs that run and have an agent.</summary>
    ImmutableArray<IRunningProgram> Running { get; }

    /// <summary>Why what runs can't be trusted with another change, as a sentence; null where it can.</summary>
    string? Fault { get; }

    /// <summary>
    /// Starts the session's program again as it was built, all committed generations replayed before its own code runs.
    /// Returns null when it runs, else a sentence that says why not.
    /// </summary>
    Task<string?> RelaunchAsync(CancellationToken cancellationToken);

    /// <summary>What became of the state that the last start was given.</summary>
    Task<StateSummary> CarriedAsync();
}
