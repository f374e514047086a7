using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Hosting;

namespace HotReload.Lsp.Reporting;

/// <summary>One progress in the client, from its beginning to its end. A client without progress sees nothing.</summary>
internal sealed class WorkProgress : IProgress<string>, IDisposable
{
    readonly Client _client;
    readonly string? _token;

    WorkProgress(Client client, string? token) => (_client, _token) = (client, token);

    /// <summary>Begins a progress.</summary>
    public static async Task<WorkProgress> BeginAsync(Client client, string title, CancellationToken cancellationToken)
    {
        if (!client.ShowsProgress)
        {
            return new(client, null);
        }

        var token = $"hotreload-{Guid.NewGuid():N}";
        try
        {
            await client.CreateProgressAsync(token, cancellationToken);
        }
        catch (Exception exception) when (exception is JsonRpcRemoteException or JsonRpcConnectionLostException)
        {
            return new(client, null);
        }

        client.Progress(new(token, new("begin", title)));
        return new(client, token);
    }

    public void Report(string value)
    {
        if (_token is not null)
        {
            _client.Progress(new(_token, new("report", Message: value)));
        }
    }

    public void Dispose()
    {
        if (_token is not null)
        {
            _client.Progress(new(_token, new("end")));
        }
    }
}
