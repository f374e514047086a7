using System.Globalization;
using System.Text.Json;
using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Formats;

/// <summary>Writes the parts of a graph as JSON.</summary>
sealed class JsonWriting(StateGraph graph, Utf8JsonWriter writer)
{
    /// <summary>The whole graph.</summary>
    public void Run()
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", StateFile.Version);
        List("roots", graph.Roots, (root, _) => Root(root));
        List("objects", graph.Objects, Object);
        List("types", graph.Shapes, (shape, _) => Shape(shape));
        writer.WriteEndObject();
    }

    void List<T>(string name, List<T> items, Action<T, int> write)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < items.Count; i++)
        {
            writer.WriteStartObject();
            write(items[i], i);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    void Root(StateRoot root)
    {
        writer.WriteString("form", root.Form.ToString());
        writer.WriteString("type", root.Type);
        writer.WriteString("member", root.Member);
        writer.WriteString("memberType", root.MemberType);
        writer.WritePropertyName("value");
        Value(root.Value);
    }

    void Shape(StateShape shape)
    {
        writer.WriteString("type", shape.Type);
        writer.WriteString("form", shape.Form.ToString());
        writer.WriteStartArray("fields");
        for (var i = 0; i < shape.Fields.Length; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("name", shape.Fields[i]);
            writer.WriteString("type", shape.FieldTypes[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    void Object(StateObject item, int number)
    {
        var shape = graph.Shapes[item.Shape];
        writer.WriteNumber("id", number);
        writer.WriteNumber("shape", item.Shape);
        writer.WriteString("type", shape.Type);
        if (item is StateCollection collection)
        {
            Collection(collection);
        }
        else if (shape.Form is ShapeForm.Fields or ShapeForm.Own)
        {
            writer.WriteStartObject("fields");
            for (var i = 0; i < item.Values.Length; i++)
            {
                writer.WritePropertyName(shape.Fields[i]);
                Value(item.Values[i]);
            }

            writer.WriteEndObject();
        }
        else
        {
            Values(item.Values);
        }
    }

    void Collection(StateCollection item)
    {
        if (item.IsLost)
        {
            writer.WriteBoolean("lost", true);
        }

        if (item.Lengths is { } lengths)
        {
            writer.WriteStartArray("lengths");
            Array.ForEach(lengths, writer.WriteNumberValue);
            writer.WriteEndArray();
        }

        writer.WritePropertyName("comparer");
        Value(item.Comparer);
        if (item.Packed is not { } packed)
        {
            Values(item.Values);
            return;
        }

        writer.WriteString("packed", StateValue.Primitive(Array.CreateInstance(packed.GetType().GetElementType()!, 1).GetValue(0)!).Kind.ToString());
        var values = new List<StateValue>(packed.Length);
        foreach (var element in packed)
        {
            values.Add(StateValue.Primitive(element));
        }

        Values(values.ToArray());
    }

    void Values(StateValue[] values)
    {
        writer.WriteStartArray("values");
        Array.ForEach(values, Value);
        writer.WriteEndArray();
    }

    void Value(StateValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                writer.WriteNullValue();
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.Bits != 0);
                break;
            case ValueKind.Int32:
                writer.WriteNumberValue((int)value.Bits);
                break;
            case ValueKind.Text when TextForm.IsWhole(value.Content!):
                writer.WriteStringValue(value.Content);
                break;
            default:
                writer.WriteStartObject();
                Tagged(value);
                writer.WriteEndObject();
                break;
        }
    }

    void Tagged(StateValue value)
    {
        var kind = value.Kind.ToString();
        switch (value.Kind)
        {
            case ValueKind.Missing:
                writer.WriteBoolean(kind, true);
                break;
            case ValueKind.Text:
                writer.WriteString("Utf16", Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(value.Content.AsSpan())));
                break;
            case ValueKind.Leaf or ValueKind.Enum:
                writer.WriteString(kind, value.Content);
                writer.WriteNumber("shape", value.Shape);
                break;
            case ValueKind.Single or ValueKind.Double:
                // As text: JSON has no numbers for infinity and what is none.
                writer.WriteString(kind, ((IFormattable)value.ToPrimitive()!).ToString("R", CultureInfo.InvariantCulture));
                writer.WriteNumber("bits", value.Bits);
                break;
            default:
                writer.WriteNumber(kind, value.Bits);
                break;
        }
    }
}
