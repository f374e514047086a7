namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>window/workDoneProgress/create</c>.</summary>
public sealed record WorkDoneProgressCreateParams(string Token);
