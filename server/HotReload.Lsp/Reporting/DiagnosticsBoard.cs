using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Reporting;

/// <summary>
/// What the editor shows, over all sessions. LSP knows one list a file and server, but a file may belong to several sessions: the
/// list is the union of theirs.
/// </summary>
internal sealed class DiagnosticsBoard(Client client, ServerOptions options)
{
    readonly Lock _gate = new();
    readonly SortedDictionary<string, Finding> _findings = new(StringComparer.Ordinal);
    readonly Dictionary<string, ImmutableArray<LspDiagnostic>> _shown = new(PathIdentity.Comparer);

    /// <summary>Shows what a session has found, and nothing any more that it found before. What has not changed is not sent again.</summary>
    public void Show(string session, Finding finding)
    {
        lock (_gate)
        {
            var before = _findings.GetValueOrDefault(session, Finding.Nothing);
            if (finding.Diagnostics.IsEmpty)
            {
                _findings.Remove(session);
            }
            else
            {
                _findings[session] = finding;
            }

            Publish(before.Files.Concat(finding.Files));
        }
    }

    /// <summary>The settings have changed: shows what they let through now.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            Publish(_findings.Values.SelectMany(finding => finding.Files));
        }
    }

    void Publish(IEnumerable<string> paths)
    {
        foreach (var path in paths.Distinct(PathIdentity.Comparer))
        {
            ImmutableArray<LspDiagnostic> now = [.. _findings.Values.SelectMany(finding => finding.In(path, options)).Distinct()];
            if (!now.SequenceEqual(_shown.GetValueOrDefault(path, [])))
            {
                _shown[path] = now;
                client.Diagnostics(new(DocumentUris.FromPath(path), now));
            }
        }
    }
}
