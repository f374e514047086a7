using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: changes of documents.</summary>
/// <param name="Changes">By the document's URI.</param>
public sealed record WorkspaceEdit(ImmutableDictionary<string, ImmutableArray<LspTextEdit>> Changes);
