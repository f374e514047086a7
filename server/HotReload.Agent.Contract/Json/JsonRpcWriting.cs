using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>The envelope of JSON-RPC 2.0 around a body.</summary>
internal static class JsonRpcWriting
{
    public static byte[] Request(int id, string method, Action<Utf8JsonWriter> body) => Write(id, method, "params", body);

    public static byte[] Notification(string method, Action<Utf8JsonWriter> body) => Write(null, method, "params", body);

    public static byte[] Answer(int id, Action<Utf8JsonWriter> body) => Write(id, null, "result", body);

    public static byte[] Error(int id, int code, string message) => Write(id, null, "error", writer =>
    {
        writer.WriteNumber("code", code);
        writer.WriteString("message", message);
    });

    static byte[] Write(int? id, string? method, string member, Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc", "2.0");
            if (id is { } number)
            {
                writer.WriteNumber("id", number);
            }

            if (method is not null)
            {
                writer.WriteString("method", method);
            }

            writer.WriteStartObject(member);
            body(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
