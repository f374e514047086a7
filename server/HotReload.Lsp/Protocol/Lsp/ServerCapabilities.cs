namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: what the server can do.</summary>
public sealed record ServerCapabilities(
    string PositionEncoding,
    TextDocumentSyncOptions TextDocumentSync,
    ExecuteCommandOptions ExecuteCommandProvider,
    CodeActionOptions CodeActionProvider,
    WorkspaceServerCapabilities Workspace);
