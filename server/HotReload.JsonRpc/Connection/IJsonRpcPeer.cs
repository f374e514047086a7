using System.Text.Json.Serialization.Metadata;
using HotReload.JsonRpc.Messages;

namespace HotReload.JsonRpc.Connection;

/// <summary>The other side. Messages are sent in the order of the calls; may be called from any thread.</summary>
public interface IJsonRpcPeer
{
    /// <summary>Sends a request and waits for its answer.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="parametersInfo">How to write them.</param>
    /// <param name="resultInfo">
    /// How to read the result. A null result doesn't fit, unless the type is <see cref="Nullable{T}"/> or
    /// <see cref="System.Text.Json.JsonElement"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the wait at once, and tells the peer that the answer is not wanted any more.</param>
    /// <exception cref="JsonRpcRemoteException">The peer answered with an error, or with a result that doesn't fit.</exception>
    /// <exception cref="JsonRpcConnectionLostException">The connection ended before the answer.</exception>
    /// <exception cref="ArgumentException">The request is larger than a message may be.</exception>
    Task<TResult> RequestAsync<TParams, TResult>(
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> parametersInfo,
        JsonTypeInfo<TResult> resultInfo,
        CancellationToken cancellationToken);

    /// <summary>Sends a request without parameters and waits for its answer.</summary>
    /// <inheritdoc cref="RequestAsync{TParams, TResult}"/>
    Task<TResult> RequestAsync<TResult>(string method, JsonTypeInfo<TResult> resultInfo, CancellationToken cancellationToken);

    /// <summary>Queues a notification. When the connection has ended it is dropped: nobody is there to be notified.</summary>
    /// <exception cref="ArgumentException">The notification is larger than a message may be.</exception>
    ValueTask NotifyAsync<TParams>(
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> parametersInfo,
        CancellationToken cancellationToken);

    /// <summary>Queues a notification without parameters. When the connection has ended it is dropped.</summary>
    ValueTask NotifyAsync(string method, CancellationToken cancellationToken);
}
