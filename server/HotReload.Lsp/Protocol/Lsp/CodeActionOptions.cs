using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: the kinds of code actions there may be.</summary>
public sealed record CodeActionOptions(ImmutableArray<string> CodeActionKinds);
