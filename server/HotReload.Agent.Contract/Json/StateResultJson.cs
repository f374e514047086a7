using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>What was done to state, on the wire.</summary>
internal static class StateResultJson
{
    public static void Write(Utf8JsonWriter writer, string name, AgentStateResult result)
    {
        writer.WriteStartObject(name);
        writer.WriteStartArray("types");
        foreach (var type in result.Types)
        {
            writer.WriteStartObject();
            writer.WriteString("assembly", type.Assembly);
            writer.WriteString("type", type.Type);
            if (type.Objects is { } objects)
            {
                writer.WriteNumber("objects", objects);
            }

            if (type.Error is { } error)
            {
                writer.WriteString("error", error);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("seen", result.Seen);
        writer.WriteBoolean("complete", result.Complete);
        writer.WriteNumber("ms", result.Milliseconds);
        StateCheckJson.WriteList(writer, "checks", result.Checks);
        writer.WriteEndObject();
    }

    public static AgentStateResult Read(JsonElement body) => new(
        body.ListMember("types", static item => new AgentTypeState(
            item.TextMember("assembly"), item.TextMember("type"), item.TryMember("objects", out var objects) ? objects.ToInt32("objects") : null, item.OptionalTextMember("error"))),
        body.Int32Member("seen"),
        body.TryMember("complete", out var complete) && complete.ValueKind == JsonValueKind.True,
        body.NumberMember("ms"))
    {
        Checks = StateCheckJson.ReadList(body, "checks"),
    };
}
