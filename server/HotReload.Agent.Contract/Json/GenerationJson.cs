using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>A generation on the wire.</summary>
internal static class GenerationJson
{
    public static AgentGeneration Read(JsonElement body) =>
        new(body.Int32Member("generation"), body.ListMember("deltas", ReadDelta))
        {
            WatchesThrows = body.BooleanMember("watchesThrows"),
            SearchMilliseconds = body.Int32Member("searchMs"),
        };

    public static void Write(Utf8JsonWriter writer, AgentGeneration generation)
    {
        writer.WriteNumber("generation", generation.Number);
        writer.WriteBoolean("watchesThrows", generation.WatchesThrows);
        writer.WriteNumber("searchMs", generation.SearchMilliseconds);
        writer.WriteStartArray("deltas");
        foreach (var delta in generation.Deltas)
        {
            WriteDelta(writer, delta);
        }

        writer.WriteEndArray();
    }

    static AgentDelta ReadDelta(JsonElement body) => new(
        body.GuidMember("moduleId"),
        body.TextMember("assemblyName"),
        body.BytesMember("metadata"),
        body.BytesMember("il"),
        body.BytesMember("pdb"),
        body.ListMember("updatedTypes", static item => item.ToInt32("updatedTypes")),
        body.ListMember("watchedMethods", static item => item.ToInt32("watchedMethods")))
    {
        NewTypes = body.ListMember("newTypes", NewTypeJson.Read),
    };

    static void WriteDelta(Utf8JsonWriter writer, AgentDelta delta)
    {
        writer.WriteStartObject();
        writer.WriteString("moduleId", delta.ModuleId);
        writer.WriteString("assemblyName", delta.AssemblyName);
        writer.WriteBase64String("metadata", delta.Metadata.Span);
        writer.WriteBase64String("il", delta.IL.Span);
        writer.WriteBase64String("pdb", delta.Pdb.Span);
        WriteTokens(writer, "updatedTypes", delta.UpdatedTypes.Span);
        WriteTokens(writer, "watchedMethods", delta.WatchedMethods.Span);
        writer.WriteStartArray("newTypes");
        foreach (var type in delta.NewTypes)
        {
            NewTypeJson.Write(writer, type);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteTokens(Utf8JsonWriter writer, string name, ReadOnlySpan<int> tokens)
    {
        writer.WriteStartArray(name);
        foreach (var token in tokens)
        {
            writer.WriteNumberValue(token);
        }

        writer.WriteEndArray();
    }
}
