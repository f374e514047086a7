using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>What is to be done to a type's state, on the wire.</summary>
internal static class NewTypeJson
{
    public static void Write(Utf8JsonWriter writer, AgentNewType type)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type.Type);
        writer.WriteStartArray("fields");
        foreach (var field in type.Fields)
        {
            writer.WriteStartObject();
            writer.WriteString("name", field.Name);
            writer.WritePropertyName("value");
            WriteValue(writer, field.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTexts(writer, "migrations", type.Migrations);
        writer.WriteEndObject();
    }

    public static AgentNewType Read(JsonElement body) => new(
        body.TextMember("type"),
        body.ListMember("fields", static field => new AgentNewField(
            field.TextMember("name"), ReadValue(field.Member("value", JsonValueKind.Object)))),
        body.ListMember("migrations", static item => item.ToText("migrations")));

    static AgentInitialValue ReadValue(JsonElement body) => new(
        (AgentValueKind)body.Int32Member("kind"),
        body.TextMember("type"),
        body.TextMember("text"),
        body.ListMember("parameters", static item => item.ToText("parameters")),
        body.ListMember("typeArguments", static item => item.ToText("typeArguments")),
        body.ListMember("arguments", ReadValue),
        body.ListMember("calls", ReadValue));

    static void WriteValue(Utf8JsonWriter writer, AgentInitialValue value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("kind", (int)value.Kind);
        writer.WriteString("type", value.Type);
        writer.WriteString("text", value.Text);
        WriteTexts(writer, "parameters", value.Parameters);
        WriteTexts(writer, "typeArguments", value.TypeArguments);
        WriteValues(writer, "arguments", value.Arguments);
        WriteValues(writer, "calls", value.Calls);
        writer.WriteEndObject();
    }

    static void WriteValues(Utf8JsonWriter writer, string name, IReadOnlyList<AgentInitialValue> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            WriteValue(writer, value);
        }

        writer.WriteEndArray();
    }

    static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
