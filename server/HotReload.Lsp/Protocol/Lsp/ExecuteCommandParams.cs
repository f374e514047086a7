using System.Collections.Immutable;
using System.Text.Json;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>workspace/executeCommand</c>.</summary>
public sealed record ExecuteCommandParams(string Command, ImmutableArray<JsonElement>? Arguments = null);
