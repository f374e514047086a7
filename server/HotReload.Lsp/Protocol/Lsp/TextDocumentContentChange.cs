using System.Text.Json.Serialization;
using HotReload.Core.Buffers;
using HotReload.JsonRpc.Messages;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: one change; without a range the whole text.</summary>
public sealed record TextDocumentContentChange(
    [property: JsonConverter(typeof(BufferTextConverter))] string Text, TextRange? Range = null);
