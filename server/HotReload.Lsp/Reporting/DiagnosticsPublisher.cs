using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Reporting;

/// <summary>Shows one session's diagnostics at their places, and takes them back when they no longer hold.</summary>
internal sealed class DiagnosticsPublisher(Client client)
{
    /// <summary>The <c>source</c> under which the editor shows them.</summary>
    public const string Source = "hot reload";

    readonly Lock _gate = new();
    ImmutableHashSet<string> _shown = ImmutableHashSet.Create<string>(PathIdentity.Comparer);

    /// <summary>Shows these diagnostics and no others.</summary>
    public void Show(IEnumerable<ReloadDiagnostic> diagnostics)
    {
        var files = diagnostics.Where(item => item.File is not null).GroupBy(item => item.File!, PathIdentity.Comparer).ToList();
        lock (_gate)
        {
            var now = files.Select(file => file.Key).ToImmutableHashSet(PathIdentity.Comparer);
            foreach (var path in _shown.Except(now))
            {
                client.Diagnostics(new(DocumentUris.FromPath(path), []));
            }

            foreach (var file in files)
            {
                client.Diagnostics(new(DocumentUris.FromPath(file.Key), [.. file.Select(ToLsp)]));
            }

            _shown = now;
        }
    }

    static LspDiagnostic ToLsp(ReloadDiagnostic diagnostic) =>
        new(diagnostic.Range, (int)diagnostic.Severity + 1, diagnostic.Code, Source, diagnostic.Message);
}
