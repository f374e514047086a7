namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: who the server is.</summary>
public sealed record ServerInfo(string Name, string Version);
