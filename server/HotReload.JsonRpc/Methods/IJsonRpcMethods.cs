using System.Text.Json.Serialization.Metadata;

namespace HotReload.JsonRpc.Methods;

/// <summary>Where the methods that the peer may call are registered, before the connection starts.</summary>
public interface IJsonRpcMethods
{
    /// <summary>Registers a request.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="concurrency">How it stands to the messages after it.</param>
    /// <param name="parametersInfo">How to read its parameters; null or absent ones are refused unless the type allows null.</param>
    /// <param name="resultInfo">How to write its result.</param>
    /// <param name="handler">
    /// Answers it. The token is cancelled when the peer cancels or the connection ends. Throws
    /// <see cref="Messages.JsonRpcException"/> for a deliberate error; anything else is an internal error.
    /// </param>
    /// <exception cref="InvalidOperationException">It is registered already, or the connection has started.</exception>
    void OnRequest<TParams, TResult>(
        string method,
        Concurrency concurrency,
        JsonTypeInfo<TParams> parametersInfo,
        JsonTypeInfo<TResult> resultInfo,
        Func<TParams, CancellationToken, ValueTask<TResult>> handler);

    /// <summary>Registers a notification.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="concurrency">How it stands to the messages after it.</param>
    /// <param name="parametersInfo">How to read its parameters; null or absent ones are refused unless the type allows null.</param>
    /// <param name="handler">Handles it. The token is cancelled when the connection ends.</param>
    /// <exception cref="InvalidOperationException">It is registered already, or the connection has started.</exception>
    void OnNotification<TParams>(
        string method,
        Concurrency concurrency,
        JsonTypeInfo<TParams> parametersInfo,
        Func<TParams, CancellationToken, ValueTask> handler);
}
