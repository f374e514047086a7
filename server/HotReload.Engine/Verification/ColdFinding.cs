using System.Collections.Immutable;
using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>What a full compilation says of a text that a delta was made for.</summary>
/// <param name="Errors">The text does not compile: an edit broke code elsewhere.</param>
/// <param name="Unseen">Edits that a running program would not show.</param>
/// <param name="Stale">Code that the delta does not have and should.</param>
internal sealed record ColdFinding(
    ImmutableArray<ReloadDiagnostic> Errors, ImmutableArray<ReloadDiagnostic> Unseen, ImmutableArray<StaleMember> Stale)
{
    public static ColdFinding Nothing { get; } = new([], [], []);

    /// <summary>The projects that the errors are of. Not an array by value: the runtime would want Roslyn for the layout of this class, before its home is known.</summary>
    public IReadOnlyList<ProjectId> Broken { get; init; } = [];

    public bool IsEmpty => Errors.IsEmpty && Unseen.IsEmpty && Stale.IsEmpty;

    /// <summary>What was found in another project, too.</summary>
    public ColdFinding With(ColdFinding other) =>
        new(Errors.AddRange(other.Errors), Unseen.AddRange(other.Unseen), Stale.AddRange(other.Stale)) { Broken = [.. Broken, .. other.Broken] };

    /// <summary>Why the text needs a restart. What an edit does that is not seen makes stale members, too: of the two, the edit is the reason.</summary>
    public ImmutableArray<ReloadDiagnostic> Reasons => Unseen.IsEmpty ? [.. Stale.Select(member => member.ToDiagnostic()).Distinct()] : Unseen;
}
