using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Engine.Verification;

/// <summary>What a full compilation says of a text that a delta was made for.</summary>
/// <param name="Errors">The text does not compile: an edit broke code elsewhere.</param>
/// <param name="Stale">Code that the delta does not have and should.</param>
internal readonly record struct ColdFinding(ImmutableArray<ReloadDiagnostic> Errors, ImmutableArray<ReloadDiagnostic> Stale)
{
    public static ColdFinding Nothing { get; } = new([], []);

    public bool IsEmpty => Errors.IsEmpty && Stale.IsEmpty;
}
