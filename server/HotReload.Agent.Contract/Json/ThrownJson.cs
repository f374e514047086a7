using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>What a changed member threw, on the wire.</summary>
internal static class ThrownJson
{
    public static byte[] Notification(AgentThrown thrown) => JsonRpcWriting.Notification(AgentProtocol.Threw, writer =>
    {
        writer.WriteNumber("generation", thrown.Generation);
        writer.WriteString("type", thrown.Type);
        writer.WriteString("member", thrown.Member);
        writer.WriteString("exception", thrown.Exception);
        writer.WriteString("message", thrown.Message);
    });

    public static AgentThrown Read(JsonElement body) => new(
        body.Int32Member("generation"),
        body.TextMember("type"),
        body.TextMember("member"),
        body.TextMember("exception"),
        body.TextMember("message"));
}
