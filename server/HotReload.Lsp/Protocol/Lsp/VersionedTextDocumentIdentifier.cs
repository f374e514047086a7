namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: a document in a version.</summary>
public sealed record VersionedTextDocumentIdentifier(string Uri, int Version);
