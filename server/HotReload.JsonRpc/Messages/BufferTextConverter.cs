using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HotReload.JsonRpc.Messages;

/// <summary>
/// Reads the text of a buffer as the editor has it, half a surrogate pair included. Put it on members that carry such text.
/// </summary>
/// <remarks>
/// An editor's text is UTF-16 and may hold a surrogate alone, while an emoji is typed or deleted by halves. It is sent as an
/// escape (\ud83d), which the serializer refuses: the whole change would be lost, and the buffer out of step.
/// </remarks>
public sealed class BufferTextConverter : JsonConverter<string>
{
    const int EscapeDigits = 4;

    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("Text is a string.");
        }

        ReadOnlySpan<byte> escaped = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return HoldsSurrogateEscape(escaped) ? Unescape(escaped) : reader.GetString();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    static bool HoldsSurrogateEscape(ReadOnlySpan<byte> escaped) =>
        escaped.IndexOf("\\ud"u8) >= 0 || escaped.IndexOf("\\uD"u8) >= 0;

    // The reader has proven that every escape is complete.
    static string Unescape(ReadOnlySpan<byte> escaped)
    {
        StringBuilder text = new(escaped.Length);
        while (escaped.IndexOf((byte)'\\') is var escape and >= 0)
        {
            text.Append(Encoding.UTF8.GetString(escaped[..escape]));
            byte kind = escaped[escape + 1];
            escaped = escaped[(escape + 2)..];
            if (kind == 'u')
            {
                text.Append((char)ushort.Parse(escaped[..EscapeDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                escaped = escaped[EscapeDigits..];
            }
            else
            {
                text.Append(OfLetter(kind));
            }
        }

        return text.Append(Encoding.UTF8.GetString(escaped)).ToString();
    }

    static char OfLetter(byte kind) => kind switch
    {
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        _ => (char)kind,
    };
}
