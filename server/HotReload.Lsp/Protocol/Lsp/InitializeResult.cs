namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: result of <c>initialize</c>.</summary>
public sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);
