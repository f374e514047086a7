namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: how buffers are kept in step.</summary>
/// <param name="OpenClose">Open and close are wanted.</param>
/// <param name="Change">2: changes come as ranges.</param>
/// <param name="Save">Saves are wanted.</param>
public sealed record TextDocumentSyncOptions(bool OpenClose, int Change, SaveOptions Save);
