using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// Roslyn's edit-and-continue service, as much of it as a session needs. It is internal to Roslyn and changes shape
/// between SDKs, so nothing but an implementation of this touches it.
/// </summary>
internal interface IEncService
{
    /// <summary>Takes the solution as the baseline. Its text must be what the program was built from.</summary>
    Task StartSessionAsync(Solution solution, CancellationToken cancellationToken);

    /// <summary>Compares a solution with the baseline.</summary>
    Task<EncUpdates> GetUpdatesAsync(Solution solution, ImmutableArray<ProjectId> running, CancellationToken cancellationToken);

    /// <summary>
    /// Takes another text for what the program runs: the same program, declared otherwise. Not while an update is pending. The next update that is
    /// committed, or has no meaning, ends it.
    /// </summary>
    /// <returns>Whether it did; else it is as it was.</returns>
    bool Restate(Solution solution);

    /// <summary>Makes the pending update the baseline. Only after <see cref="EncStatus.Ready"/>.</summary>
    void Commit();

    /// <summary>Drops the pending update. Only after <see cref="EncStatus.Ready"/>.</summary>
    void Discard();

    /// <summary>Tells the service to ask for the runtime's capabilities again.</summary>
    void CapabilitiesChanged();

    /// <summary>Ends the session and frees the baseline.</summary>
    void EndSession();
}
