using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Runtime.Builds;

namespace HotReload.Lsp.Sessions;

/// <summary>What came of trying whether a program can be built, while it ran on.</summary>
/// <param name="Errors">What keeps it from that; empty where nothing does.</param>
/// <param name="Rest">What is left to build; null where that is everything.</param>
internal sealed record BuildTrial(ImmutableArray<ReloadDiagnostic> Errors, BuildRequest? Rest)
{
    /// <summary>None was made.</summary>
    public static BuildTrial None { get; } = new([], null);

    /// <summary>It can't be built.</summary>
    public static BuildTrial Failed(params ImmutableArray<ReloadDiagnostic> errors) => new(errors, null);
}
