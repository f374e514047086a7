using System.Runtime.InteropServices;
using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Formats;

/// <summary>Writes the parts of a graph, and collects its texts.</summary>
sealed class BinaryWriting(StateGraph graph, BinaryOutput output)
{
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The texts so far, each once.</summary>
    public List<string> Texts { get; } = [];

    public void Shapes()
    {
        output.Count(graph.Shapes.Count);
        foreach (var shape in graph.Shapes)
        {
            Text(shape.Type);
            output.Byte((byte)shape.Form);
            output.Count(shape.Fields.Length);
            for (var i = 0; i < shape.Fields.Length; i++)
            {
                Text(shape.Fields[i]);
                Text(shape.FieldTypes[i]);
            }
        }
    }

    public void Objects()
    {
        output.Count(graph.Objects.Count);
        foreach (var item in graph.Objects)
        {
            output.Count(item.Shape);
            if (item is StateCollection collection)
            {
                Collection(collection);
            }
            else
            {
                Values(item);
            }
        }
    }

    public void Roots()
    {
        output.Count(graph.Roots.Count);
        foreach (var root in graph.Roots)
        {
            output.Byte((byte)root.Form);
            Text(root.Type);
            Text(root.Member);
            Text(root.MemberType);
            Value(root.Value);
        }
    }

    void Collection(StateCollection item)
    {
        var marks = (item.IsLost ? BinaryMarks.Lost : 0) | (item.Packed is null ? 0 : BinaryMarks.Packed) | (item.Lengths is null ? 0 : BinaryMarks.Array);
        output.Byte((byte)marks);
        if (item.Lengths is { } lengths)
        {
            output.Count(lengths.Length);
            Array.ForEach(lengths, output.Count);
        }

        Value(item.Comparer);
        if (item.Packed is { } packed)
        {
            output.Byte((byte)PackedType.NumberOf(packed));
            output.Bytes(MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(packed), Buffer.ByteLength(packed)));
        }
        else
        {
            Values(item);
        }
    }

    void Values(StateObject item)
    {
        output.Count(item.Values.Length);
        foreach (var value in item.Values)
        {
            Value(value);
        }
    }

    void Value(StateValue value)
    {
        output.Byte((byte)value.Kind);
        switch (value.Kind)
        {
            case ValueKind.Missing or ValueKind.Null:
                break;
            case ValueKind.Single:
                output.Fixed32((int)value.Bits);
                break;
            case ValueKind.Double:
                output.Fixed64(value.Bits);
                break;
            case ValueKind.Text:
                Text(value.Content!);
                break;
            case ValueKind.Leaf or ValueKind.Enum:
                output.Count(value.Shape);
                Text(value.Content!);
                break;
            case ValueKind.Reference:
                output.Count(value.Target);
                break;
            default:
                output.Signed(value.Bits);
                break;
        }
    }

    void Text(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            _numbers.Add(text, number = Texts.Count);
            Texts.Add(text);
        }

        output.Count(number);
    }
}
