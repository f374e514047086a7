using System.Text.Json.Serialization;
using HotReload.Core.Buffers;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>window/showDocument</c>.</summary>
/// <param name="Uri">What to show.</param>
/// <param name="External">Whether another program is to show it, such as a browser.</param>
/// <param name="Selection">What to show of it; nothing in particular where it is null.</param>
public sealed record ShowDocumentParams(
    string Uri, bool External, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TextRange? Selection = null);
