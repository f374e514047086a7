using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HotReload.JsonRpc.Messages;

/// <summary>Writes whole messages.</summary>
static class EnvelopeWriter
{
    // The relaxed encoder is for output that no browser takes for markup; it keeps other scripts readable and short.
    static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = EnvelopeReader.MaxDepth,
        SkipValidation = true,
    };

    /// <summary>A request, or a notification when there is no id.</summary>
    public static MessageBuffer Call(JsonRpcId? id, string method) => Write(writer => WriteCall(writer, id, method));

    /// <summary>A request, or a notification when there is no id.</summary>
    public static MessageBuffer Call<T>(JsonRpcId? id, string method, T parameters, JsonTypeInfo<T> info) => Write(writer =>
    {
        WriteCall(writer, id, method);
        writer.WritePropertyName("params"u8);
        JsonSerializer.Serialize(writer, parameters, info);
    });

    public static MessageBuffer Cancel(JsonRpcId id) => Write(writer =>
    {
        WriteCall(writer, null, WellKnownMethods.Cancel);
        writer.WriteStartObject("params"u8);
        id.Write(writer);
        writer.WriteEndObject();
    });

    public static MessageBuffer Result<T>(JsonRpcId id, T result, JsonTypeInfo<T> info) => Write(writer =>
    {
        id.Write(writer);
        writer.WritePropertyName("result"u8);
        JsonSerializer.Serialize(writer, result, info);
    });

    /// <summary>An error. The id is null when the request's can't be known.</summary>
    public static MessageBuffer Error(JsonRpcId? id, JsonRpcError error) => Write(writer =>
    {
        if (id is { } known)
        {
            known.Write(writer);
        }
        else
        {
            writer.WriteNull("id"u8);
        }

        writer.WritePropertyName("error"u8);
        JsonSerializer.Serialize(writer, error, EnvelopeContext.Default.JsonRpcError);
    });

    static void WriteCall(Utf8JsonWriter writer, JsonRpcId? id, string method)
    {
        id?.Write(writer);
        writer.WriteString("method"u8, method);
    }

    static MessageBuffer Write(Action<Utf8JsonWriter> members)
    {
        MessageBuffer buffer = new();
        try
        {
            using Utf8JsonWriter writer = new(buffer, Options);
            writer.WriteStartObject();
            writer.WriteString("jsonrpc"u8, "2.0"u8);
            members(writer);
            writer.WriteEndObject();
            writer.Flush();
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
