using System.Text.Json;
using HotReload.Agent.AspNetCore.Browsers;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;

namespace HotReload.Agent.AspNetCore.Pages;

/// <summary>What pages are told, as JSON. PageScript/messages.ts has the same.</summary>
static class PageMessages
{
    /// <summary>A longer style sheet is fetched only: reading it twice takes longer than the way.</summary>
    const int LongestStyle = 200_000;

    public static byte[] Welcome(string run, int update, AgentPageSetup setup, AgentPageState state, PageMissed missed) => Write("welcome", writer =>
    {
        writer.WriteString("run", run);
        writer.WriteNumber("update", update);
        writer.WriteStartObject("setup");
        WriteSetup(writer, setup);
        writer.WriteEndObject();
        writer.WriteStartObject("state");
        PageStateJson.Write(writer, state);
        writer.WriteEndObject();
        writer.WriteBoolean("morph", missed.Morph && setup.Morph);
        writer.WriteBoolean("unknown", missed.IsUnknown);
        WriteAssets(writer, missed.Assets, isNews: false);
        writer.WriteStartArray("changes");
        foreach (var change in missed.Changes)
        {
            writer.WriteStartObject();
            WriteChange(writer, change);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static byte[] Setup(AgentPageSetup setup) => Write("setup", writer => WriteSetup(writer, setup));

    public static byte[] State(AgentPageState state) => Write("state", writer => PageStateJson.Write(writer, state));

    public static byte[] Morph(int update) => Write("morph", writer => writer.WriteNumber("update", update));

    public static byte[] Change(int update, BrowserChange change) => Write("change", writer =>
    {
        writer.WriteNumber("update", update);
        WriteChange(writer, change);
    });

    public static byte[] Assets(int update, IReadOnlyList<AgentAsset> assets) => Write("assets", writer =>
    {
        writer.WriteNumber("update", update);
        WriteAssets(writer, assets, isNews: true);
    });

    /// <summary>What a page says of itself when it connects; null where it says something else.</summary>
    public static (string Page, string Path, string Run, int Seen)? ReadHello(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var body = document.RootElement;
            return body.TextMember("type") == "hello"
                ? (body.TextMember("page"), body.TextMember("path"), body.TextMember("run"), body.Int32Member("seen"))
                : null;
        }
        catch (Exception exception) when (exception is JsonException or AgentFormatException)
        {
            return null;
        }
    }

    /// <summary>What a page says later; null where it can't be understood.</summary>
    public static AgentPageEvent? ReadEvent(ReadOnlyMemory<byte> utf8, string page, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var body = document.RootElement;
            return body.TextMember("type") switch
            {
                "report" => AgentPageEvent.Of(AgentPageEvent.Report, page, path, body.TextMember("message")) with
                {
                    Action = body.TextMember("action"), Nodes = body.Int32Member("nodes"), Milliseconds = body.NumberMember("ms"),
                },
                "open" => AgentPageEvent.Of(AgentPageEvent.Open, page, path, body.TextMember("file")) with
                {
                    Line = body.Int32Member("line"), Character = body.Int32Member("character"),
                },
                _ => null,
            };
        }
        catch (Exception exception) when (exception is JsonException or AgentFormatException)
        {
            return null;
        }
    }

    static void WriteSetup(Utf8JsonWriter writer, AgentPageSetup setup)
    {
        writer.WriteBoolean("overlay", setup.Overlay);
        writer.WriteBoolean("morph", setup.Morph);
        writer.WriteBoolean("indicator", setup.Indicator);
    }

    static void WriteChange(Utf8JsonWriter writer, BrowserChange change)
    {
        writer.WriteNumber("number", change.Number);
        BrowserDeltas.Write(writer, change.Deltas);
    }

    static void WriteAssets(Utf8JsonWriter writer, IReadOnlyList<AgentAsset> assets, bool isNews)
    {
        writer.WriteStartArray("assets");
        foreach (var asset in assets)
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
            if (isNews && asset is { Kind: "style", Text: { Length: <= LongestStyle } text })
            {
                writer.WriteString("text", text);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static byte[] Write(string type, Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            body(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
