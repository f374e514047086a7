namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: what the server can do for the workspace.</summary>
public sealed record WorkspaceServerCapabilities(WorkspaceFoldersCapabilities WorkspaceFolders);
