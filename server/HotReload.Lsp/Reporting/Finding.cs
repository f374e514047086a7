using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol.Lsp;

namespace HotReload.Lsp.Reporting;

/// <summary>What one session has to say about its sources.</summary>
/// <param name="Origin">Who found it.</param>
/// <param name="Diagnostics">What was found, in the order of finding.</param>
internal sealed record Finding(FindingOrigin Origin, ImmutableArray<ReloadDiagnostic> Diagnostics)
{
    /// <summary>Nothing to say.</summary>
    public static Finding Nothing { get; } = new(FindingOrigin.Reload, []);

    /// <summary>Full paths of the files that it is about.</summary>
    public IEnumerable<string> Files => Diagnostics.Select(item => item.File).OfType<string>();

    /// <summary>What the editor is to show at a file, by the user's settings.</summary>
    public IEnumerable<LspDiagnostic> In(string path, ServerOptions options) => Diagnostics
        .Where(item => string.Equals(item.File, path, PathIdentity.Comparison) && IsShown(item, options))
        .Select(DiagnosticsPublisher.ToLsp);

    /// <summary>A start that failed must say why, whoever else shows it; a reload's errors may be shown by a C# server, too.</summary>
    bool IsShown(ReloadDiagnostic item, ServerOptions options) =>
        Origin == FindingOrigin.Build || options.CompilerDiagnostics || !DiagnosticCodes.IsCompilers(item.Code);
}
