namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>window/showDocument</c>.</summary>
/// <param name="Uri">What to show.</param>
/// <param name="External">Whether another program is to show it, such as a browser.</param>
public sealed record ShowDocumentParams(string Uri, bool External);
