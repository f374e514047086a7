namespace HotReload.JsonRpc.Messages;

/// <summary>
/// The peer answered a request with an error, or with a result that doesn't fit. Not a <see cref="JsonRpcException"/>, so that
/// one peer's error is never passed on as if it were this side's answer to another.
/// </summary>
/// <param name="error">The error.</param>
public sealed class JsonRpcRemoteException(JsonRpcError error) : Exception(error.Message)
{
    /// <summary>What the peer answered.</summary>
    public JsonRpcError Error { get; } = error;
}
