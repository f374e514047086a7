using System.Text.Json;

namespace HotReload.JsonRpc.Messages;

/// <summary>The id of a request: a string or an integer, given back as it came.</summary>
/// <param name="Text">The string, or null for an integer.</param>
/// <param name="Number">The integer; zero beside a string.</param>
readonly record struct JsonRpcId(string? Text, long Number)
{
    public JsonRpcId(long number)
        : this(null, number)
    {
    }

    /// <summary>Reads the id that the reader stands on; null if it is neither a string nor an integer.</summary>
    public static JsonRpcId? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new JsonRpcId(reader.GetString(), 0),
        JsonTokenType.Number when reader.TryGetInt64(out long number) => new JsonRpcId(number),
        _ => null,
    };

    public void Write(Utf8JsonWriter writer)
    {
        if (Text is not null)
        {
            writer.WriteString("id"u8, Text);
        }
        else
        {
            writer.WriteNumber("id"u8, Number);
        }
    }
}
