using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: a command with its arguments, for the client to call.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Name">One of the server's commands.</param>
/// <param name="Arguments">Its only argument.</param>
public sealed record CommandCall(
    string Title, [property: JsonPropertyName("command")] string Name, ImmutableArray<SessionParams> Arguments);
