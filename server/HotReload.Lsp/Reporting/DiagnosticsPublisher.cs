using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol.Lsp;

namespace HotReload.Lsp.Reporting;

/// <summary>One session's part of what the editor shows: each call takes back what the one before has shown.</summary>
internal sealed class DiagnosticsPublisher(DiagnosticsBoard board, string session)
{
    /// <summary>The <c>source</c> under which the editor shows them.</summary>
    public const string Source = "hot reload";

    /// <summary>Shows what a reload has found.</summary>
    public void Show(ImmutableArray<ReloadDiagnostic> diagnostics) => board.Show(session, new(FindingOrigin.Reload, diagnostics));

    /// <summary>Shows why a build failed.</summary>
    public void ShowBuild(ImmutableArray<ReloadDiagnostic> errors) => board.Show(session, new(FindingOrigin.Build, errors));

    /// <summary>A diagnostic as LSP has it.</summary>
    public static LspDiagnostic ToLsp(ReloadDiagnostic diagnostic) => new(
        diagnostic.Range, (int)diagnostic.Severity + 1, diagnostic.Code, Source, diagnostic.Message, DiagnosticCodes.Describe(diagnostic.Code));
}
