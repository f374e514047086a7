namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>workspace/didChangeConfiguration</c>.</summary>
/// <param name="Settings">Every server's settings, as the client has them; null where it only says that something changed.</param>
public sealed record DidChangeConfigurationParams(ClientSettings? Settings = null);
