namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: whether the client shows documents that the server names.</summary>
public sealed record ShowDocumentCapabilities(bool Support = false);
