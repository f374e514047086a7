using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>A metadata update handler that threw, on the wire.</summary>
internal static class HandlerFailureJson
{
    public static byte[] Notification(AgentHandlerFailure failure) =>
        JsonRpcWriting.Notification(AgentProtocol.HandlerFailed, writer => Write(writer, failure));

    public static AgentHandlerFailure Read(JsonElement body) => new(body.TextMember("handler"), body.TextMember("error"));

    public static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<AgentHandlerFailure> failures)
    {
        writer.WriteStartArray(name);
        foreach (var failure in failures)
        {
            writer.WriteStartObject();
            Write(writer, failure);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void Write(Utf8JsonWriter writer, AgentHandlerFailure failure)
    {
        writer.WriteString("handler", failure.Handler);
        writer.WriteString("error", failure.Error);
    }
}
