using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: folders that came and went.</summary>
public sealed record WorkspaceFoldersChange(ImmutableArray<WorkspaceFolder> Added, ImmutableArray<WorkspaceFolder> Removed);
