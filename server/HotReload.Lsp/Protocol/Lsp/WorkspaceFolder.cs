namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: a folder that is open in the editor.</summary>
public sealed record WorkspaceFolder(string Uri, string? Name = null);
