using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: something that the user can have done at a place.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Kind">One of LSP's kinds.</param>
/// <param name="Diagnostics">What it settles.</param>
/// <param name="IsPreferred">Whether it is what most users want.</param>
/// <param name="Command">How it is done.</param>
public sealed record CodeAction(
    string Title, string Kind, ImmutableArray<LspDiagnostic> Diagnostics, bool IsPreferred, CommandCall Command);
