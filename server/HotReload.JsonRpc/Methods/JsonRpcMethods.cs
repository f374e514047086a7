using System.Text.Json.Serialization.Metadata;

namespace HotReload.JsonRpc.Methods;

/// <summary>The methods that the peer may call. Filled first, then used: a connection that starts closes the table.</summary>
public sealed class JsonRpcMethods : IJsonRpcMethods
{
    readonly Dictionary<string, RequestMethod> _requests = new(StringComparer.Ordinal);
    readonly Dictionary<string, NotificationMethod> _notifications = new(StringComparer.Ordinal);
    volatile bool _closed;

    /// <inheritdoc/>
    public void OnRequest<TParams, TResult>(
        string method,
        Concurrency concurrency,
        JsonTypeInfo<TParams> parametersInfo,
        JsonTypeInfo<TResult> resultInfo,
        Func<TParams, CancellationToken, ValueTask<TResult>> handler) =>
        Add(_requests, method, RequestMethod.Create(concurrency, parametersInfo, resultInfo, handler));

    /// <inheritdoc/>
    public void OnNotification<TParams>(
        string method,
        Concurrency concurrency,
        JsonTypeInfo<TParams> parametersInfo,
        Func<TParams, CancellationToken, ValueTask> handler) =>
        Add(_notifications, method, NotificationMethod.Create(concurrency, parametersInfo, handler));

    internal void Close() => _closed = true;

    internal RequestMethod? FindRequest(string method) => _requests.GetValueOrDefault(method);

    internal NotificationMethod? FindNotification(string method) => _notifications.GetValueOrDefault(method);

    void Add<T>(Dictionary<string, T> table, string method, T registered)
    {
        if (_closed)
        {
            throw new InvalidOperationException($"'{method}' was registered after the connection had started.");
        }

        if (!table.TryAdd(method, registered))
        {
            throw new InvalidOperationException($"'{method}' was registered twice.");
        }
    }
}
