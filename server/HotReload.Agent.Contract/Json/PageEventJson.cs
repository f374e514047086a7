using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>What happened in a page, on the wire.</summary>
internal static class PageEventJson
{
    public static byte[] Ready() => JsonRpcWriting.Notification(AgentProtocol.PagesReady, static _ => { });

    public static byte[] Notification(AgentPageEvent happened) => JsonRpcWriting.Notification(AgentProtocol.PageEvent, writer =>
    {
        writer.WriteString("kind", happened.Kind);
        writer.WriteString("page", happened.Page);
        writer.WriteString("path", happened.Path);
        writer.WriteString("action", happened.Action);
        writer.WriteNumber("nodes", happened.Nodes);
        writer.WriteNumber("ms", happened.Milliseconds);
        writer.WriteString("message", happened.Message);
        writer.WriteNumber("line", happened.Line);
        writer.WriteNumber("character", happened.Character);
    });

    public static AgentPageEvent Read(JsonElement body) => new(
        body.TextMember("kind"),
        body.TextMember("page"),
        body.TextMember("path"),
        body.TextMember("action"),
        body.Int32Member("nodes"),
        body.NumberMember("ms"),
        body.TextMember("message"),
        body.Int32Member("line"),
        body.Int32Member("character"));
}
