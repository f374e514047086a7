namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>textDocument/didSave</c>.</summary>
public sealed record DidSaveTextDocumentParams(TextDocumentIdentifier TextDocument);
