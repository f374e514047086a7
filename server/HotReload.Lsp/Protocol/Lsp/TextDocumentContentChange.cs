using HotReload.Core.Buffers;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: one change; without a range the whole text.</summary>
public sealed record TextDocumentContentChange(string Text, TextRange? Range = null);
