namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>workspace/didChangeWorkspaceFolders</c>.</summary>
public sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChange Event);
