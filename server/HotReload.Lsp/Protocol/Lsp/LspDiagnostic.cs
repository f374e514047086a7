using System.Text.Json.Serialization;
using HotReload.Core.Buffers;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: a diagnostic.</summary>
/// <param name="Range">The place.</param>
/// <param name="Severity">1 error, 2 warning, 3 information.</param>
/// <param name="Code">What kind.</param>
/// <param name="Source">Who says it.</param>
/// <param name="Message">What it says.</param>
/// <param name="CodeDescription">Where the code is explained, if anywhere.</param>
public sealed record LspDiagnostic(
    TextRange Range,
    int Severity,
    string Code,
    string Source,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CodeDescription? CodeDescription = null);
