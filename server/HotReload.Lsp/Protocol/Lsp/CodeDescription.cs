namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: where a diagnostic's code is explained.</summary>
public sealed record CodeDescription(string Href);
