using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HotReload.JsonRpc.Messages;

namespace HotReload.JsonRpc.Methods;

/// <summary>Shorter registrations, for methods without parameters or result.</summary>
public static class JsonRpcMethodsExtensions
{
    /// <summary>Registers a request whose parameters, if any, don't matter.</summary>
    public static void OnRequest<TResult>(
        this IJsonRpcMethods methods,
        string method,
        Concurrency concurrency,
        JsonTypeInfo<TResult> resultInfo,
        Func<CancellationToken, ValueTask<TResult>> handler) =>
        methods.OnRequest(method, concurrency, JsonRpcRaw.Element, resultInfo, (_, token) => handler(token));

    /// <summary>Registers a request that is answered with null.</summary>
    public static void OnRequest<TParams>(
        this IJsonRpcMethods methods,
        string method,
        Concurrency concurrency,
        JsonTypeInfo<TParams> parametersInfo,
        Func<TParams, CancellationToken, ValueTask> handler) =>
        methods.OnRequest(method, concurrency, parametersInfo, JsonRpcRaw.Element, async (parameters, token) =>
        {
            await handler(parameters, token);
            return JsonRpcRaw.Null;
        });

    /// <summary>Registers a request without parameters that is answered with null.</summary>
    public static void OnRequest(
        this IJsonRpcMethods methods,
        string method,
        Concurrency concurrency,
        Func<CancellationToken, ValueTask> handler) =>
        methods.OnRequest(method, concurrency, JsonRpcRaw.Element, (JsonElement _, CancellationToken token) => handler(token));

    /// <summary>Registers a notification whose parameters, if any, don't matter.</summary>
    public static void OnNotification(
        this IJsonRpcMethods methods,
        string method,
        Concurrency concurrency,
        Func<CancellationToken, ValueTask> handler) =>
        methods.OnNotification(method, concurrency, JsonRpcRaw.Element, (_, token) => handler(token));

    /// <summary>Registers an exclusive notification that is handled at once, such as a change of a document.</summary>
    public static void OnNotification<TParams>(
        this IJsonRpcMethods methods,
        string method,
        JsonTypeInfo<TParams> parametersInfo,
        Action<TParams> handler) =>
        methods.OnNotification(method, Concurrency.Exclusive, parametersInfo, (parameters, _) =>
        {
            handler(parameters);
            return ValueTask.CompletedTask;
        });
}
