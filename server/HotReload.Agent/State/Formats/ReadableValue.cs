using System.Globalization;
using System.Text.Json;
using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Formats;

/// <summary>Values that are no objects, as people read them.</summary>
static class ReadableValue
{
    /// <summary>Whether something is a collection of keys and values.</summary>
    public static bool IsMap(StateShape shape) => shape.Form == ShapeForm.Collection && shape.Type.Split("[[")[0].EndsWith("`2", StringComparison.Ordinal);

    /// <summary>Whether keys and values in turn have keys that can be names, each once.</summary>
    public static bool HaveNames(StateValue[] pairs)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i].Kind is not (ValueKind.Text or ValueKind.Leaf or ValueKind.Enum) || !names.Add(TextForm.Mend(pairs[i].Content!)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes one. Dates, identifiers and the like are their texts.</summary>
    public static void Write(Utf8JsonWriter writer, StateValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                writer.WriteNullValue();
                break;
            case ValueKind.Missing:
                writer.WriteStringValue("(not carried)");
                break;
            case ValueKind.Leaf or ValueKind.Enum or ValueKind.Text:
                writer.WriteStringValue(TextForm.Mend(value.Content!));
                break;
            default:
                WriteNumber(writer, value.ToPrimitive()!);
                break;
        }
    }

    static void WriteNumber(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case char character:
                writer.WriteStringValue(TextForm.Mend(character.ToString()));
                break;
            case double or float when !double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                // JSON has no numbers for infinity and for what is none.
                writer.WriteStringValue(((IFormattable)value).ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteRawValue(((IFormattable)value).ToString(value is double or float ? "R" : null, CultureInfo.InvariantCulture));
                break;
        }
    }
}
