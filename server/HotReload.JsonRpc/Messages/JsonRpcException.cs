using System.Text.Json;

namespace HotReload.JsonRpc.Messages;

/// <summary>What a handler throws to answer a request with an error of its choice.</summary>
/// <param name="code">One of <see cref="JsonRpcErrorCodes"/>, or the method's own.</param>
/// <param name="message">One sentence for people; it is sent to the peer.</param>
/// <param name="data">What else the peer should know, or null.</param>
public sealed class JsonRpcException(int code, string message, JsonElement? data = null) : Exception(message)
{
    /// <summary>The error that is sent.</summary>
    public JsonRpcError Error { get; } = new(code, message, data);
}
