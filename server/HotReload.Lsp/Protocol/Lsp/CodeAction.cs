using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: something that the user can have done at a place.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Kind">One of LSP's kinds.</param>
/// <param name="Diagnostics">What it settles.</param>
/// <param name="IsPreferred">Whether it is what most users want.</param>
/// <param name="Command">The command that does it, where one does.</param>
/// <param name="Edit">The change of text that does it, where one does.</param>
public sealed record CodeAction(
    string Title, string Kind, ImmutableArray<LspDiagnostic> Diagnostics, bool IsPreferred,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CommandCall? Command = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WorkspaceEdit? Edit = null);
