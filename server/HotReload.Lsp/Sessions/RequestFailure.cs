using System.Text.Json;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>A request that can't be done, in the words of the protocol.</summary>
internal static class RequestFailure
{
    public static JsonRpcException Of(string code, string message) => new(
        JsonRpcErrorCodes.RequestFailed, message, JsonSerializer.SerializeToElement(new ErrorData(code), ProtocolJson.Default.ErrorData));

    /// <summary>Whether an error is of this kind, such as <see cref="ErrorCodes.NotStarted"/>.</summary>
    public static bool Is(Exception? exception, string code) => CodeOf(exception) == code;

    /// <summary>What kind of error it is; null where it says none.</summary>
    public static string? CodeOf(Exception? exception) =>
        exception is JsonRpcException { Error.Data: { } data } ? data.Deserialize(ProtocolJson.Default.ErrorData)?.Code : null;
}
