namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: the client's capabilities for its window.</summary>
public sealed record WindowCapabilities(bool WorkDoneProgress = false, ShowDocumentCapabilities? ShowDocument = null);
