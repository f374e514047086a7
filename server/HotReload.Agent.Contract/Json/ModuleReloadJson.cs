using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>The outcome of a module on the wire.</summary>
internal static class ModuleReloadJson
{
    const string Applied = "applied";
    const string Pending = "pending";
    const string Failed = "failed";

    public static byte[] Notification(AgentModuleReload module) =>
        JsonRpcWriting.Notification(AgentProtocol.ModuleLoaded, writer => Write(writer, module));

    public static byte[] Replayed(IReadOnlyList<AgentModuleReload> failed) =>
        JsonRpcWriting.Notification(AgentProtocol.Replayed, writer => WriteList(writer, failed));

    public static void WriteList(Utf8JsonWriter writer, IReadOnlyList<AgentModuleReload> modules)
    {
        writer.WriteStartArray("modules");
        foreach (var module in modules)
        {
            writer.WriteStartObject();
            Write(writer, module);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static AgentModuleReload[] ReadList(JsonElement body) => body.ListMember("modules", Read);

    public static void Write(Utf8JsonWriter writer, AgentModuleReload module)
    {
        writer.WriteString("moduleId", module.ModuleId);
        writer.WriteString("assemblyName", module.AssemblyName);
        writer.WriteString("outcome", module.Outcome switch
        {
            AgentModuleOutcome.Applied => Applied,
            AgentModuleOutcome.Pending => Pending,
            _ => Failed,
        });
        writer.WriteNumber("copies", module.Copies);
        writer.WriteString("error", module.Error);
    }

    public static AgentModuleReload Read(JsonElement body) => new(
        body.GuidMember("moduleId"),
        body.TextMember("assemblyName"),
        body.TextMember("outcome") switch
        {
            Applied => AgentModuleOutcome.Applied,
            Pending => AgentModuleOutcome.Pending,
            Failed => AgentModuleOutcome.Failed,
            _ => throw new AgentFormatException("'outcome' is unknown."),
        },
        body.Int32Member("copies"),
        body.OptionalTextMember("error"));
}
