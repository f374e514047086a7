using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Hosting;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Sessions;

/// <summary>Has the client open a program's page in a browser, as soon as the program listens there.</summary>
internal sealed class BrowserLaunch(Client client, ServerLog log, TimeProvider time)
{
    /// <summary>How long a program may take to listen. Whoever is slower has its page opened by hand.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ListenerWait _listeners = new(time);

    /// <summary>Waits for the program and opens the page. Gives up with a word in the log; never fails.</summary>
    /// <param name="page">The page's URL; null where there is none to open.</param>
    /// <param name="running">The program whose page it is, unless it has ended.</param>
    /// <param name="cancellationToken">The session is stopped.</param>
    public async Task OpenAsync(string? page, ImmutableArray<IRunningProgram> running, CancellationToken cancellationToken)
    {
        if (!client.ShowsDocuments || running is not [var program, ..] || !Uri.TryCreate(page, UriKind.Absolute, out var address))
        {
            return;
        }

        try
        {
            await WaitAsync(address, program, cancellationToken);
            await client.ShowDocumentAsync(new(page, External: true), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.Information($"{page} was not opened: the program did not come to listen there.");
        }
        catch (Exception exception) when (exception is JsonRpcRemoteException or JsonRpcConnectionLostException)
        {
            log.Warning($"The client did not open {page}: {exception.Message}");
        }
    }

    async Task WaitAsync(Uri address, IRunningProgram program, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var listening = _listeners.WaitAsync(address.DnsSafeHost, address.Port, end.Token);
        if (await Task.WhenAny(listening, program.Exited) != listening)
        {
            await end.CancelAsync();
        }

        await listening;
    }
}
