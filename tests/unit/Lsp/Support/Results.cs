using HotReload.Core.Buffers;
using HotReload.Core.Reload;

namespace HotReload.UnitTests.Lsp.Support;

/// <summary>Reports of reloads that never were.</summary>
static class Results
{
    public static ReloadResult Of(ReloadOutcome outcome, params ReloadDiagnostic[] diagnostics) => new(
        1, SessionBench.Session, new SnapshotId(1), ReloadCause.Save, 0, outcome, "What happened.", PhaseTimings.Zero,
        [], [], [.. diagnostics], DeltaSizes.Zero, StateSummary.Untouched);

    public static ReloadDiagnostic Diagnostic(string code, string? file, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(code, severity, "Message.", file, new(new(1, 2), new(1, 5)), "App");
}
