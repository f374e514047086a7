using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of <c>hotReload/collectDiagnostics</c>.</summary>
/// <param name="Path">Full path of the file to write, which must not be there; one in the temporary folder where it is left out.</param>
/// <param name="Client">What the client says of itself, such as its version; it goes into the file as it is.</param>
public sealed record CollectParams(string? Path = null, ImmutableDictionary<string, string>? Client = null);
