using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>What pages show of the session, on the wire.</summary>
internal static class PageStateJson
{
    public static byte[] Notification(AgentPageState state) =>
        JsonRpcWriting.Notification(AgentProtocol.PageState, writer => Write(writer, state));

    public static void Write(Utf8JsonWriter writer, AgentPageState state)
    {
        writer.WriteString("state", state.State);
        writer.WriteString("message", state.Message);
        writer.WriteStartArray("problems");
        foreach (var problem in state.Problems)
        {
            writer.WriteStartObject();
            writer.WriteString("code", problem.Code);
            writer.WriteString("message", problem.Message);
            writer.WriteString("file", problem.File);
            writer.WriteNumber("line", problem.Line);
            writer.WriteNumber("character", problem.Character);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static AgentPageState Read(JsonElement body) => new(
        body.TextMember("state"),
        body.TextMember("message"),
        body.ListMember("problems", static item => new AgentPageProblem(
            item.TextMember("code"), item.TextMember("message"), item.TextMember("file"),
            item.Int32Member("line"), item.Int32Member("character"))));
}
