using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HotReload.Testing.Protocol;

/// <summary>JSON as docs/protocol.md has it, read independently of the server's own serializer, so that a fault there is seen.</summary>
public static class KitJson
{
    /// <summary>Camel case, enumerations as strings, nulls left out.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new SnapshotIdConverter() },
    };

    /// <summary>How to read and write a type.</summary>
    public static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>Reads a value.</summary>
    public static T Read<T>(JsonElement element) =>
        element.Deserialize(Info<T>()) ?? throw new JsonException($"null is no {typeof(T).Name}.");

    /// <summary>Writes a value on one line.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Info<T>());
}
