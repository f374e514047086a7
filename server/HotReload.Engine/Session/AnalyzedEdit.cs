using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>What an edit came to.</summary>
/// <param name="Solution">What was analysed.</param>
/// <param name="Verdict">Ready: there are deltas to be applied.</param>
/// <param name="Deltas">One a changed module.</param>
/// <param name="Diagnostics">Errors, warnings, and reasons for a restart.</param>
/// <param name="Pending">What the program runs once the deltas are committed; null where there are none.</param>
/// <param name="Taken">What the program may be said to run already: the text differs, and means the same.</param>
internal sealed record AnalyzedEdit(
    Solution Solution, CompileVerdict Verdict, ImmutableArray<ModuleDelta> Deltas, ImmutableArray<ReloadDiagnostic> Diagnostics,
    Solution? Pending, Solution? Taken);
