namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>textDocument/didClose</c>.</summary>
public sealed record DidCloseTextDocumentParams(TextDocumentIdentifier TextDocument);
