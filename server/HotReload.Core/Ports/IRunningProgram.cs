using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Core.Ports;

/// <summary>A program of the session that runs with an agent inside.</summary>
public interface IRunningProgram : IStatefulProgram, IAsyncDisposable
{
    /// <summary>The operating system's id of the process.</summary>
    int ProcessId { get; }

    /// <summary>What its runtime can take, as the runtime names it.</summary>
    ImmutableArray<string> Capabilities { get; }

    /// <summary>Its open pages; where it shows none, nobody hears what is said to them.</summary>
    IProgramPages Pages { get; }

    /// <summary>Completes when the process has ended, however it ended. Never faults.</summary>
    Task<ProgramExit> Exited { get; }

    /// <summary>
    /// Completes when the program has come through its start, so that what is only prepared does not take the processor away from it; at the
    /// latest when it has taken a change, has ended, or has computed for two seconds. Never faults.
    /// </summary>
    Task Settled { get; }

    /// <summary>
    /// Sends a generation and waits for the process's own word. Never throws for a process that dies or misbehaves:
    /// that is a <see cref="ProcessReload"/> with an error. The token abandons the wait, never the apply itself.
    /// </summary>
    Task<ProcessReload> ApplyAsync(Generation generation, CancellationToken cancellationToken);

    /// <summary>Writes to the program's standard input. Ignored where the program runs in the client's terminal.</summary>
    ValueTask WriteInputAsync(string text, CancellationToken cancellationToken);

    /// <summary>Asks the program to end, then ends its whole process tree. Returns when it is gone.</summary>
    Task StopAsync();
}
