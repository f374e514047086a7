using System.Text.Json.Serialization.Metadata;
using HotReload.JsonRpc.Connection;
using HotReload.Lsp.Hosting;

namespace HotReload.UnitTests.Lsp.Support;

/// <summary>A client that keeps what it is told.</summary>
sealed class RecordingPeer : IJsonRpcPeer
{
    readonly Lock _gate = new();
    readonly List<(string Method, object? Parameters)> _sent = [];

    public RecordingPeer() => Client = new(this);

    /// <summary>The server's side of it.</summary>
    public Client Client { get; }

    /// <summary>The parameters of everything sent that are of a type, in order.</summary>
    public IReadOnlyList<T> Of<T>()
    {
        lock (_gate)
        {
            return [.. _sent.Select(item => item.Parameters).OfType<T>()];
        }
    }

    public ValueTask NotifyAsync<TParams>(
        string method, TParams parameters, JsonTypeInfo<TParams> parametersInfo, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _sent.Add((method, parameters));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask NotifyAsync(string method, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Answers every request with nothing in particular.</summary>
    public Task<TResult> RequestAsync<TParams, TResult>(
        string method, TParams parameters, JsonTypeInfo<TParams> parametersInfo, JsonTypeInfo<TResult> resultInfo,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _sent.Add((method, parameters));
        }

        return Task.FromResult(default(TResult)!);
    }

    public Task<TResult> RequestAsync<TResult>(string method, JsonTypeInfo<TResult> resultInfo, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
