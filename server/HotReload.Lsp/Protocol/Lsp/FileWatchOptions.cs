using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: which files to watch.</summary>
public sealed record FileWatchOptions(ImmutableArray<FileWatch> Watchers);
