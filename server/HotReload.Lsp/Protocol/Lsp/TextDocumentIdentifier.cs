namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: a document by its name.</summary>
public sealed record TextDocumentIdentifier(string Uri);
