using System.Collections.Immutable;

namespace HotReload.Core.Reload;

/// <summary>What one process said of a reload. Only what it said; nothing here is assumed.</summary>
/// <param name="ProcessId">The operating system's id.</param>
/// <param name="Modules">Per module, by MVID.</param>
/// <param name="HandlerFailures">Handlers that threw.</param>
/// <param name="TransportMilliseconds">The round trip less the work inside the process.</param>
/// <param name="ApplyMilliseconds">The runtime's work.</param>
/// <param name="HandlersMilliseconds">The handlers' work.</param>
/// <param name="Error">Why the process gave no proper answer (it died, or broke the protocol); else null.</param>
/// <param name="WatchesCalls">Whether it tells when changed methods are called.</param>
public sealed record ProcessReload(
    int ProcessId,
    ImmutableArray<ModuleReload> Modules,
    ImmutableArray<HandlerFailure> HandlerFailures,
    double TransportMilliseconds,
    double ApplyMilliseconds,
    double HandlersMilliseconds,
    string? Error,
    bool WatchesCalls = false)
{
    /// <summary>What it did to state that existed before.</summary>
    public ProcessState State { get; init; } = ProcessState.Nothing;

    /// <summary>How many of its open pages were told to fetch themselves again.</summary>
    public int Pages { get; init; }

    /// <summary>Whether the process runs, or will run on load, every delta it was given.</summary>
    public bool Succeeded => Error is null && Modules.All(module => module.Outcome != ModuleOutcome.Failed);

    /// <summary>A process that gave no answer.</summary>
    public static ProcessReload Lost(int processId, string error) => new(processId, [], [], 0, 0, 0, error);
}
