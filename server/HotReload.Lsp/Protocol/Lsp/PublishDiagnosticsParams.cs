using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>textDocument/publishDiagnostics</c>.</summary>
public sealed record PublishDiagnosticsParams(string Uri, ImmutableArray<LspDiagnostic> Diagnostics);
