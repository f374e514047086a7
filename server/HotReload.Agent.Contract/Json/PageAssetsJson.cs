using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>Static files that have changed, and how many pages were told, on the wire.</summary>
internal static class PageAssetsJson
{
    public static byte[] Request(int id, IReadOnlyList<AgentAsset> assets) => JsonRpcWriting.Request(id, AgentProtocol.PageAssets, writer =>
    {
        writer.WriteStartArray("assets");
        foreach (var asset in assets)
        {
            Write(writer, asset);
        }

        writer.WriteEndArray();
    });

    public static AgentAsset[] Read(JsonElement body) => body.ListMember("assets", static item => new AgentAsset(
        item.ListMember("routes", static route => route.ToText("routes")),
        item.TextMember("name"),
        item.TextMember("kind"),
        item.OptionalTextMember("text")));

    public static byte[] Result(int id, int pages) => JsonRpcWriting.Answer(id, writer => writer.WriteNumber("pages", pages));

    public static int ReadResult(JsonElement body) => body.Int32Member("pages");

    static void Write(Utf8JsonWriter writer, AgentAsset asset)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("routes");
        foreach (var route in asset.Routes)
        {
            writer.WriteStringValue(route);
        }

        writer.WriteEndArray();
        writer.WriteString("name", asset.Name);
        writer.WriteString("kind", asset.Kind);
        if (asset.Text is { } text)
        {
            writer.WriteString("text", text);
        }

        writer.WriteEndObject();
    }
}
