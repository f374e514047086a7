using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: parameters of <c>initialize</c>, as much of them as the server reads.</summary>
public sealed record InitializeParams(
    int? ProcessId = null,
    string? RootUri = null,
    ImmutableArray<WorkspaceFolder>? WorkspaceFolders = null,
    ClientCapabilities? Capabilities = null,
    InitializationOptions? InitializationOptions = null,
    ClientInfo? ClientInfo = null);
