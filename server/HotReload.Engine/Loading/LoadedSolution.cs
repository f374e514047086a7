using System.Collections.Immutable;
using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>A program's projects as the compiler sees them, text pinned to what was on disk when it was read.</summary>
/// <param name="Workspace">Owns the solution's services.</param>
/// <param name="Solution">The startup project with all that it references.</param>
/// <param name="Startup">The project that is run.</param>
/// <param name="Diagnostics">What went wrong while loading.</param>
internal sealed record LoadedSolution(
    Workspace Workspace, Solution Solution, ProjectId Startup, ImmutableArray<ReloadDiagnostic> Diagnostics);
