using HotReload.Core.Buffers;

namespace HotReload.Core.Reload;

/// <summary>What a reload has to say about a place in the source.</summary>
/// <param name="Code">CSxxxx from the compiler, ENCxxxx from edit and continue, HRxxxx from this product.</param>
/// <param name="Severity">Errors hold or refuse a reload, warnings do not.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="File">Full path, or <see langword="null"/> when it belongs to no file.</param>
/// <param name="Range">The place in that file; the file's start where there is none.</param>
/// <param name="Project">The project that it was found in, where known.</param>
public sealed record ReloadDiagnostic(
    string Code, DiagnosticSeverity Severity, string Message, string? File, TextRange Range, string? Project);
