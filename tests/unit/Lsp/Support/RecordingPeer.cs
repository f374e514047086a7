using System.Text.Json.Serialization.Metadata;
using HotReload.JsonRpc.Connection;
using HotReload.Lsp.Hosting;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Support;

/// <summary>A client that keeps what it is told.</summary>
sealed class RecordingPeer : IJsonRpcPeer
{
    readonly Lock _gate = new();
    readonly List<(string Method, object? Parameters)> _sent = [];
    TaskCompletionSource _next = New();

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

    /// <summary>Waits until what was sent of a type satisfies a condition: what sends it runs on other threads.</summary>
    public async Task UntilAsync<T>(Predicate<IReadOnlyList<T>> condition)
    {
        for (var next = Next(); !condition(Of<T>()); next = Next())
        {
            await Hang.Guard(next);
        }
    }

    public ValueTask NotifyAsync<TParams>(
        string method, TParams parameters, JsonTypeInfo<TParams> parametersInfo, CancellationToken cancellationToken)
    {
        Keep(method, parameters);
        return ValueTask.CompletedTask;
    }

    public ValueTask NotifyAsync(string method, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Answers every request with nothing in particular.</summary>
    public Task<TResult> RequestAsync<TParams, TResult>(
        string method, TParams parameters, JsonTypeInfo<TParams> parametersInfo, JsonTypeInfo<TResult> resultInfo,
        CancellationToken cancellationToken)
    {
        Keep(method, parameters);
        return Task.FromResult(default(TResult)!);
    }

    public Task<TResult> RequestAsync<TResult>(string method, JsonTypeInfo<TResult> resultInfo, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    void Keep(string method, object? parameters)
    {
        lock (_gate)
        {
            _sent.Add((method, parameters));
            _next.SetResult();
            _next = New();
        }
    }

    Task Next()
    {
        lock (_gate)
        {
            return _next.Task;
        }
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
