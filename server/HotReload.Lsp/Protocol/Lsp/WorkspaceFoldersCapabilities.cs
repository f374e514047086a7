namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: that several folders, and changes of them, are understood.</summary>
public sealed record WorkspaceFoldersCapabilities(bool Supported, bool ChangeNotifications);
