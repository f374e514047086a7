namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: one registration.</summary>
public sealed record Registration(string Id, string Method, FileWatchOptions RegisterOptions);
