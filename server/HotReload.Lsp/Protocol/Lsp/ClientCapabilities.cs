namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: what the client can do, as much of it as the server reads.</summary>
public sealed record ClientCapabilities(WorkspaceCapabilities? Workspace = null, WindowCapabilities? Window = null);
