using HotReload.Core.Reload;

namespace HotReload.Lsp.Support;

/// <summary>Where a diagnostic was, and which.</summary>
internal sealed record TimelinePlace(string Code, DiagnosticSeverity Severity, string? File, int Line);
