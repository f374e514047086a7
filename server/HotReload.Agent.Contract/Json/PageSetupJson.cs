using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>The setup of pages on the wire.</summary>
internal static class PageSetupJson
{
    public static byte[] Notification(AgentPageSetup setup) => JsonRpcWriting.Notification(AgentProtocol.PageSetup, writer =>
    {
        writer.WriteString("token", setup.Token);
        writer.WriteStartArray("hosts");
        foreach (var host in setup.Hosts)
        {
            writer.WriteStringValue(host);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("overlay", setup.Overlay);
        writer.WriteBoolean("morph", setup.Morph);
        writer.WriteBoolean("indicator", setup.Indicator);
    });

    public static AgentPageSetup Read(JsonElement body) => new(
        body.TextMember("token"),
        body.ListMember("hosts", static item => item.ToText("hosts")),
        body.BooleanMember("overlay"),
        body.BooleanMember("morph"),
        body.BooleanMember("indicator"));
}
