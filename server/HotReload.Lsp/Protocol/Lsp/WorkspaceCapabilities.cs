namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: the client's capabilities for the workspace.</summary>
public sealed record WorkspaceCapabilities(DynamicRegistration? DidChangeWatchedFiles = null);
