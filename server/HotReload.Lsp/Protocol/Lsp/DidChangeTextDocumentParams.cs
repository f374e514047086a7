using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>textDocument/didChange</c>.</summary>
public sealed record DidChangeTextDocumentParams(
    VersionedTextDocumentIdentifier TextDocument, ImmutableArray<TextDocumentContentChange> ContentChanges);
