using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>The first call of a changed method, on the wire.</summary>
internal static class CallJson
{
    public static byte[] Notification(AgentCall call) => JsonRpcWriting.Notification(AgentProtocol.Called, writer =>
    {
        writer.WriteNumber("generation", call.Generation);
        writer.WriteString("moduleId", call.ModuleId);
        writer.WriteNumber("method", call.Method);
    });

    public static AgentCall Read(JsonElement body) =>
        new(body.Int32Member("generation"), body.GuidMember("moduleId"), body.Int32Member("method"));
}
