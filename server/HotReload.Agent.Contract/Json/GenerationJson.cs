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
            Assemblies = body.ListMember("assemblies", static item => item.ToText("assemblies")),
        };

    public static void Write(Utf8JsonWriter writer, AgentGeneration generation)
    {
        writer.WriteNumber("generation", generation.Number);
        writer.WriteBoolean("watchesThrows", generation.WatchesThrows);
        writer.WriteNumber("searchMs", generation.SearchMilliseconds);
        writer.WriteStartArray("assemblies");
        foreach (var assembly in generation.Assemblies)
        {
            writer.WriteStringValue(assembly);
        }

        writer.WriteEndArray();
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
        ReadMetadata(body.Member("metadata", JsonValueKind.Object)),
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
        writer.WriteStartObject("metadata");
        writer.WriteBase64String("content", delta.Metadata.Content.Span);
        writer.WriteNumber("start", delta.Metadata.Start);
        writer.WriteNumber("zeros", delta.Metadata.Zeros);
        writer.WriteEndObject();
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

    static GappedBytes ReadMetadata(JsonElement body)
    {
        var metadata = new GappedBytes(body.BytesMember("content"), body.Int32Member("start"), body.Int32Member("zeros"));
        return metadata.Start >= 0 && metadata.Start <= metadata.Content.Length && metadata.Zeros is >= 0 and <= AgentProtocol.MaxBodyBytes
            ? metadata
            : throw new AgentFormatException("The member 'metadata' has its zeros where it ends.");
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
