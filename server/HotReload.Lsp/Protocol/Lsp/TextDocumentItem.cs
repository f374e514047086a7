using System.Text.Json.Serialization;
using HotReload.JsonRpc.Messages;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: a document with its text.</summary>
public sealed record TextDocumentItem(string Uri, int Version, [property: JsonConverter(typeof(BufferTextConverter))] string Text);
