namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: a file that changed on disk.</summary>
/// <param name="Uri">The file.</param>
/// <param name="Type">1 created, 2 changed, 3 deleted.</param>
public sealed record FileEvent(string Uri, int Type);
