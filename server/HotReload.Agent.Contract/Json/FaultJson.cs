using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>What a change did to the program, on the wire.</summary>
internal static class FaultJson
{
    public static byte[] Notification(string error) =>
        JsonRpcWriting.Notification(AgentProtocol.Faulted, writer => writer.WriteString("error", error));

    public static string Read(JsonElement body) => body.TextMember("error");
}
