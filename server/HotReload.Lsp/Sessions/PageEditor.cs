using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Sessions;

/// <summary>Opens places in the editor that a page asks for: only those that the page was told of, for a page is not to be trusted.</summary>
internal sealed class PageEditor(Client client, ServerLog log)
{
    /// <summary>Has the client show a place. Never fails.</summary>
    /// <param name="notice">What the page asks for.</param>
    /// <param name="problems">What it may ask for.</param>
    public void Open(PageNotice notice, ImmutableArray<ReloadDiagnostic> problems)
    {
        var asked = problems.FirstOrDefault(problem => problem.File == notice.Message && problem.Range.Start == notice.Place);
        if (asked?.File is { } file && client.ShowsDocuments)
        {
            _ = ShowAsync(file, asked.Range);
        }
    }

    async Task ShowAsync(string file, TextRange range)
    {
        try
        {
            await client.ShowDocumentAsync(new(DocumentUris.FromPath(file), External: false, range), CancellationToken.None);
        }
        catch (Exception exception) when (exception is JsonRpcRemoteException or JsonRpcConnectionLostException)
        {
            log.Warning($"The client did not open {file}: {exception.Message}");
        }
    }
}
