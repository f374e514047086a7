using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>Requests for state, and the reports on them, on the wire.</summary>
internal static class StateJson
{
    public static byte[] Request(int id, string method, AgentCapture capture) =>
        JsonRpcWriting.Request(id, method, writer => Write(writer, capture));

    public static AgentCapture ReadCapture(JsonElement body)
    {
        var limits = body.Member("limits", JsonValueKind.Object);
        return new(
            body.TextMember("path"),
            body.TextMember("mode") switch
            {
                "auto" => AgentStateMode.Auto,
                "marked" => AgentStateMode.Marked,
                _ => throw new AgentFormatException("'mode' is unknown."),
            },
            new((long)limits.NumberMember("bytes"), limits.Int32Member("objects"), limits.Int32Member("milliseconds")),
            ReadNames(body))
        {
            Form = body.TextMember("form") switch
            {
                "file" => AgentStateForm.File,
                "text" => AgentStateForm.Text,
                _ => throw new AgentFormatException("'form' is unknown."),
            },
        };
    }

    public static byte[] Request(int id, AgentRestore restore) =>
        JsonRpcWriting.Request(id, AgentProtocol.Restore, writer => Write(writer, restore));

    public static void Write(Utf8JsonWriter writer, AgentRestore restore)
    {
        writer.WriteString("path", restore.Path);
        WriteNames(writer, restore.Assemblies);
        if (restore.Crash is { } crash)
        {
            writer.WriteStartObject("crash");
            Write(writer, crash);
            writer.WriteEndObject();
        }
    }

    public static AgentRestore ReadRestore(JsonElement body) => new(
        body.TextMember("path"), ReadNames(body), body.TryMember("crash", out var crash) ? ReadCapture(crash) : null);

    public static byte[] Restored(AgentStateReport report) =>
        JsonRpcWriting.Notification(AgentProtocol.Restored, writer => Write(writer, report));

    public static byte[] Result(int id, AgentStateReport report) => JsonRpcWriting.Answer(id, writer => Write(writer, report));

    public static AgentStateReport Read(JsonElement body) => new(
        body.ListMember("items", static item => new AgentStateItem(
            item.TextMember("type"), item.TextMember("member"), ReadFate(item.TextMember("fate")), item.OptionalTextMember("reason"),
            item.Int32Member("objects"))),
        body.Int32Member("objects"),
        (long)body.NumberMember("bytes"),
        body.NumberMember("milliseconds"),
        !body.TryMember("pending", out var pending) || pending.ValueKind != JsonValueKind.True);

    static void Write(Utf8JsonWriter writer, AgentCapture capture)
    {
        writer.WriteString("path", capture.Path);
        writer.WriteString("mode", capture.Mode == AgentStateMode.Auto ? "auto" : "marked");
        writer.WriteString("form", capture.Form == AgentStateForm.Text ? "text" : "file");
        writer.WriteStartObject("limits");
        writer.WriteNumber("bytes", capture.Limits.Bytes);
        writer.WriteNumber("objects", capture.Limits.Objects);
        writer.WriteNumber("milliseconds", capture.Limits.Milliseconds);
        writer.WriteEndObject();
        WriteNames(writer, capture.Assemblies);
    }

    static void Write(Utf8JsonWriter writer, AgentStateReport report)
    {
        writer.WriteStartArray("items");
        foreach (var item in report.Items)
        {
            writer.WriteStartObject();
            writer.WriteString("type", item.Type);
            writer.WriteString("member", item.Member);
            writer.WriteString("fate", Name(item.Fate));
            writer.WriteString("reason", item.Reason);
            writer.WriteNumber("objects", item.Objects);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("objects", report.Objects);
        writer.WriteNumber("bytes", report.Bytes);
        writer.WriteNumber("milliseconds", report.Milliseconds);
        writer.WriteBoolean("pending", !report.IsComplete);
    }

    static string Name(AgentStateFate fate) => fate switch
    {
        AgentStateFate.Kept => "kept",
        AgentStateFate.Migrated => "migrated",
        AgentStateFate.Defaulted => "defaulted",
        AgentStateFate.Reset => "reset",
        _ => "lost",
    };

    static AgentStateFate ReadFate(string name) => name switch
    {
        "kept" => AgentStateFate.Kept,
        "migrated" => AgentStateFate.Migrated,
        "defaulted" => AgentStateFate.Defaulted,
        "reset" => AgentStateFate.Reset,
        "lost" => AgentStateFate.Lost,
        _ => throw new AgentFormatException("'fate' is unknown."),
    };

    static void WriteNames(Utf8JsonWriter writer, IReadOnlyList<string> assemblies)
    {
        writer.WriteStartArray("assemblies");
        foreach (var name in assemblies)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    static string[] ReadNames(JsonElement body) => body.ListMember("assemblies", static item => item.ToText("assemblies"));
}
