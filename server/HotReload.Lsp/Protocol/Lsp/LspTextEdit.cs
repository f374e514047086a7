using HotReload.Core.Buffers;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: a change of a document.</summary>
public sealed record LspTextEdit(TextRange Range, string NewText);
