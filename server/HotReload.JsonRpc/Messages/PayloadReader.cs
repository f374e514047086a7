using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HotReload.JsonRpc.Messages;

/// <summary>Turns parameters, results and errors into what the code on this side uses.</summary>
static class PayloadReader
{
    /// <summary>Reads parameters. Absent ones are read as null.</summary>
    /// <exception cref="JsonRpcException">They don't fit; the code is <see cref="JsonRpcErrorCodes.InvalidParams"/>.</exception>
    public static T Parameters<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info) =>
        TryRead(json, info, out T value, out string problem)
            ? value
            : throw new JsonRpcException(JsonRpcErrorCodes.InvalidParams, $"The parameters don't fit: {problem}");

    /// <summary>Reads a result.</summary>
    /// <exception cref="JsonRpcRemoteException">It doesn't fit.</exception>
    public static T Result<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info) =>
        TryRead(json, info, out T value, out string problem)
            ? value
            : throw new JsonRpcRemoteException(new JsonRpcError(JsonRpcErrorCodes.InternalError, $"The result doesn't fit: {problem}"));

    /// <summary>Reads an error, however bad.</summary>
    public static JsonRpcError Error(ReadOnlyMemory<byte> json) =>
        TryRead(json, EnvelopeContext.Default.JsonRpcError, out JsonRpcError error, out string problem)
            ? error
            : new JsonRpcError(JsonRpcErrorCodes.InternalError, $"The peer answered with an error that is none: {problem}");

    static bool TryRead<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info, out T value, out string problem)
    {
        value = default!;
        try
        {
            T? read = JsonSerializer.Deserialize(json.IsEmpty ? "null"u8 : json.Span, info);
            bool mayBeNull = Nullable.GetUnderlyingType(typeof(T)) is not null;
            value = read!;
            problem = read is null && !mayBeNull ? "null where a value is wanted." : "";
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            // Not supported: a polymorphic value without its discriminator, for one.
            problem = exception.Message;
        }

        return problem.Length == 0;
    }
}
