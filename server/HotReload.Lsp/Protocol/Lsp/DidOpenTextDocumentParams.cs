namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>textDocument/didOpen</c>.</summary>
public sealed record DidOpenTextDocumentParams(TextDocumentItem TextDocument);
