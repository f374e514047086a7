namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>window/logMessage</c>.</summary>
/// <param name="Type">1 error, 2 warning, 3 information, 4 log.</param>
/// <param name="Message">What to log.</param>
public sealed record LogMessageParams(int Type, string Message);
