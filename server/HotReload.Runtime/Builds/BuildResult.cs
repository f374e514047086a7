using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Runtime.Builds;

/// <summary>How a build ended.</summary>
/// <param name="Succeeded">Whether the program is built.</param>
/// <param name="Diagnostics">The errors and warnings that it printed.</param>
/// <param name="OutputTail">The last of what it printed, for the case that no line of it was understood.</param>
public sealed record BuildResult(bool Succeeded, ImmutableArray<ReloadDiagnostic> Diagnostics, string OutputTail);
