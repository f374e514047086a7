using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>What was found of marked state, on the wire.</summary>
internal static class StateCheckJson
{
    public static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<AgentStateCheck> checks)
    {
        writer.WriteStartArray(name);
        foreach (var check in checks)
        {
            writer.WriteStartObject();
            writer.WriteString("assembly", check.Assembly);
            writer.WriteString("type", check.Type);
            writer.WriteString("name", check.Name);
            writer.WriteString("outcome", Name(check.Outcome));
            writer.WriteNumber("values", check.Values);
            writer.WriteStartArray("members");
            foreach (var member in check.Members)
            {
                writer.WriteStringValue(member);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static AgentStateCheck[] ReadList(JsonElement body, string name) => body.ListMember(name, static item => new AgentStateCheck(
        item.TextMember("assembly"), item.TextMember("type"), item.TextMember("name"), ReadOutcome(item.TextMember("outcome")),
        item.Int32Member("values"), item.ListMember("members", static member => member.ToText("members"))));

    static string Name(AgentCheckOutcome outcome) => outcome switch
    {
        AgentCheckOutcome.Same => "same",
        AgentCheckOutcome.Partly => "partly",
        _ => "changed",
    };

    static AgentCheckOutcome ReadOutcome(string name) => name switch
    {
        "same" => AgentCheckOutcome.Same,
        "partly" => AgentCheckOutcome.Partly,
        "changed" => AgentCheckOutcome.Changed,
        _ => throw new AgentFormatException("'outcome' is unknown."),
    };
}
