using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: the commands of <c>workspace/executeCommand</c>.</summary>
public sealed record ExecuteCommandOptions(ImmutableArray<string> Commands);
