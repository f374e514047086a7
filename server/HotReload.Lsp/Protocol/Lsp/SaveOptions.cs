namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: what a save brings.</summary>
public sealed record SaveOptions(bool IncludeText);
