using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: which code actions are wanted. The diagnostics that the client names too are the server's own and not read.</summary>
/// <param name="Only">Kinds; left out: all. A kind includes those below it, and the empty one all.</param>
public sealed record CodeActionContext(ImmutableArray<string>? Only = null);
