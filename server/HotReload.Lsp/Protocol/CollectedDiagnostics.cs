using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>Result of <c>hotReload/collectDiagnostics</c>.</summary>
/// <param name="Path">Full path of the file, a zip archive that only its user can read.</param>
/// <param name="Entries">The names of what is in it.</param>
public sealed record CollectedDiagnostics(string Path, ImmutableArray<string> Entries);
