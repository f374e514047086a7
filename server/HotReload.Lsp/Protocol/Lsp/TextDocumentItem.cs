namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: a document with its text.</summary>
public sealed record TextDocumentItem(string Uri, int Version, string Text);
