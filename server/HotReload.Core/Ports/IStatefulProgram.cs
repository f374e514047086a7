using HotReload.Core.State;

namespace HotReload.Core.Ports;

/// <summary>A program whose state can be taken and given back.</summary>
public interface IStatefulProgram
{
    /// <summary>What had been restored when its own code began to run; services came later.</summary>
    StateReport RestoredAtStart { get; }

    /// <summary>What was restored when it started, services included; <see cref="StateReport.Nothing"/> where it was given no state. Never faults.</summary>
    Task<StateReport> Restored { get; }

    /// <summary>
    /// Writes the program's state to a file, whole or not at all; where nothing is to be captured there is no file. The program runs
    /// on. What keeps it from answering is a report with an error.
    /// </summary>
    Task<StateReport> CaptureAsync(StateFile file, StateMode mode, StateLimits limits, CancellationToken cancellationToken);

    /// <summary>
    /// Says where the program writes its state to if it crashes. The answer counts objects where the program may have state at all. What
    /// keeps it from answering is a report with an error.
    /// </summary>
    Task<StateReport> WatchAsync(StateWatch watch, CancellationToken cancellationToken);

    /// <summary>Brings the running program to the state in a file. What keeps it from answering is a report with an error.</summary>
    Task<StateReport> RestoreAsync(StateFile file, CancellationToken cancellationToken);
}
