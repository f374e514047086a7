namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>$/progress</c>.</summary>
public sealed record ProgressParams(string Token, WorkDoneProgress Value);
