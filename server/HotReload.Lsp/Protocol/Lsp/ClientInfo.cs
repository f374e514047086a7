namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: who the client is.</summary>
public sealed record ClientInfo(string Name, string? Version = null);
