using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HotReload.Conformance;

/// <summary>Reads what MSBuild takes as text and JSON has words of its own for, too: <c>true</c>, <c>14</c>.</summary>
sealed class LiteralText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number => reader.GetDecimal().ToString(CultureInfo.InvariantCulture),
        _ => reader.GetString(),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
