using System.Text.Json;
using System.Text.Json.Serialization;
using HotReload.Core.Buffers;

namespace HotReload.Testing.Protocol;

/// <summary>A snapshot is a plain number on the wire.</summary>
sealed class SnapshotIdConverter : JsonConverter<SnapshotId>
{
    public override SnapshotId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, SnapshotId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
