namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>A client's settings, as much of them as the server reads.</summary>
/// <param name="HotReload">The server's own; null where the client speaks of other servers only.</param>
public sealed record ClientSettings(InitializationOptions? HotReload = null);
