namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: one pattern to watch.</summary>
public sealed record FileWatch(string GlobPattern);
