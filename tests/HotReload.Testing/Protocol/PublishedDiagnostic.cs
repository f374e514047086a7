using System.Text.Json;
using HotReload.Core.Buffers;

namespace HotReload.Testing.Protocol;

/// <summary>A diagnostic of <c>textDocument/publishDiagnostics</c>.</summary>
/// <param name="Range">Its place.</param>
/// <param name="Severity">1 error, 2 warning, 3 information, 4 hint.</param>
/// <param name="Code">A string or a number; the server sends strings.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Message">A sentence.</param>
public sealed record PublishedDiagnostic(TextRange Range, int Severity, JsonElement? Code, string? Source, string Message);
