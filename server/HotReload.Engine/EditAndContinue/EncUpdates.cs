using System.Collections.Immutable;
using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.EditAndContinue;

/// <summary>What the edit-and-continue service answers, in terms that no SDK version changes.</summary>
/// <param name="Status">The verdict; a pending update exists only when <see cref="EncStatus.Ready"/>.</param>
/// <param name="Deltas">One a changed module.</param>
/// <param name="PersistentDiagnostics">Errors that a restart does not mend.</param>
/// <param name="TransientDiagnostics">Rude edits and warnings, which a restart does mend.</param>
/// <param name="ProjectsToRestart">Running projects that can't go on with deltas.</param>
/// <param name="ProjectsToRebuild">Projects whose baseline must be built anew.</param>
internal sealed record EncUpdates(
    EncStatus Status,
    ImmutableArray<ModuleDelta> Deltas,
    ImmutableArray<Diagnostic> PersistentDiagnostics,
    ImmutableArray<(ProjectId Project, Diagnostic Diagnostic)> TransientDiagnostics,
    ImmutableArray<ProjectId> ProjectsToRestart,
    ImmutableArray<ProjectId> ProjectsToRebuild)
{
    /// <summary>The answer to a question that was not asked.</summary>
    public static EncUpdates None => new(EncStatus.NoChange, [], [], [], [], []);
}
