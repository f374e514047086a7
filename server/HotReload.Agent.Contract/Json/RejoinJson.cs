using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>How a program and a new server meet, on the wire.</summary>
internal static class RejoinJson
{
    public static byte[] Request(AgentRejoin rejoin) => JsonRpcWriting.Request(AgentProtocol.HelloId, AgentProtocol.Rejoin, writer =>
    {
        writer.WriteNumber("protocol", rejoin.Protocol);
        writer.WriteNumber("processId", rejoin.ProcessId);
        writer.WriteBase64String("challenge", rejoin.Challenge);
    });

    public static AgentRejoin Read(JsonElement body) =>
        new(body.Int32Member("protocol"), body.Int32Member("processId"), body.BytesMember("challenge"));

    public static byte[] Answer(AgentRejoinAnswer answer) => JsonRpcWriting.Answer(AgentProtocol.HelloId, writer =>
    {
        writer.WriteBase64String("proof", answer.Proof);
        writer.WriteBase64String("challenge", answer.Challenge);
        writer.WriteNumber("serverId", answer.ServerId);
        writer.WriteString("serverStarted", answer.ServerStarted.ToString(System.Globalization.CultureInfo.InvariantCulture));
    });

    public static AgentRejoinAnswer ReadAnswer(JsonElement body) => new(
        body.BytesMember("proof"),
        body.BytesMember("challenge"),
        body.Int32Member("serverId"),
        long.TryParse(body.TextMember("serverStarted"), System.Globalization.CultureInfo.InvariantCulture, out var started)
            ? started
            : throw new AgentFormatException("'serverStarted' is no number."));

    public static byte[] Notification(AgentRejoined rejoined) => JsonRpcWriting.Notification(AgentProtocol.Rejoined, writer =>
    {
        writer.WriteBase64String("proof", rejoined.Proof);
        writer.WriteNumber("generation", rejoined.Generation);
        writer.WriteString("fault", rejoined.Fault);
        writer.WriteNumber("awayMilliseconds", rejoined.AwayMilliseconds);
        writer.WriteStartArray("capabilities");
        foreach (var capability in rejoined.Capabilities)
        {
            writer.WriteStringValue(capability);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("modules");
        foreach (var module in rejoined.Modules)
        {
            writer.WriteStartObject();
            writer.WriteString("moduleId", module.ModuleId);
            writer.WriteNumber("deltas", module.Deltas);
            writer.WriteBase64String("digest", module.Digest);
            writer.WriteString("error", module.Error);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static AgentRejoined ReadRejoined(JsonElement body) => new(
        body.BytesMember("proof"),
        body.ListMember("capabilities", static item => item.ToText("capabilities")),
        body.Int32Member("generation"),
        body.OptionalTextMember("fault"),
        body.Int32Member("awayMilliseconds"),
        body.ListMember("modules", static module => new AgentModuleState(
            module.GuidMember("moduleId"), module.Int32Member("deltas"), module.BytesMember("digest"), module.OptionalTextMember("error"))));

    public static byte[] Notification(IReadOnlyList<AgentOutput> kept) => JsonRpcWriting.Notification(AgentProtocol.KeptOutput, writer =>
    {
        writer.WriteStartArray("pieces");
        foreach (var piece in kept)
        {
            writer.WriteStartObject();
            writer.WriteNumber("stream", piece.Stream);
            writer.WriteBase64String("bytes", piece.Bytes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static AgentOutput[] ReadKept(JsonElement body) =>
        body.ListMember("pieces", static piece => new AgentOutput(piece.Int32Member("stream"), piece.BytesMember("bytes")));
}
