using System.Runtime.InteropServices;
using System.Text.Json;
using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Formats;

/// <summary>Reads the parts of a graph from JSON.</summary>
static class JsonReading
{
    /// <summary>The whole graph, not checked yet.</summary>
    public static StateGraph Graph(JsonElement root)
    {
        if (root.GetProperty("version").GetInt32() != StateFile.Version)
        {
            throw new StateFormatException($"it is not of version {StateFile.Version}");
        }

        var graph = new StateGraph();
        foreach (var shape in root.GetProperty("types").EnumerateArray())
        {
            graph.Shapes.Add(Shape(shape));
        }

        foreach (var item in root.GetProperty("objects").EnumerateArray())
        {
            graph.Objects.Add(Object(item, graph.Shapes));
        }

        foreach (var item in root.GetProperty("roots").EnumerateArray())
        {
            graph.Roots.Add(new(
                Named<RootForm>(item.GetProperty("form")), Text(item, "type"), Text(item, "member"), Text(item, "memberType"),
                Value(item.GetProperty("value"))));
        }

        return graph;
    }

    static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";

    static T Named<T>(JsonElement item)
        where T : struct, Enum =>
        Enum.TryParse<T>(item.GetString(), out var value) ? value : throw new StateFormatException("it has an unknown word");

    static StateShape Shape(JsonElement item)
    {
        var fields = new List<string>();
        var types = new List<string>();
        foreach (var field in item.GetProperty("fields").EnumerateArray())
        {
            fields.Add(Text(field, "name"));
            types.Add(Text(field, "type"));
        }

        return new(Text(item, "type"), Named<ShapeForm>(item.GetProperty("form")), fields.ToArray(), types.ToArray());
    }

    static StateObject Object(JsonElement item, List<StateShape> shapes)
    {
        var shape = item.GetProperty("shape").GetInt32();
        if (shape < 0 || shape >= shapes.Count)
        {
            throw new StateFormatException("it has an object without a type");
        }

        if (shapes[shape].Form is ShapeForm.Array or ShapeForm.Collection)
        {
            return Collection(item, shape);
        }

        var values = new List<StateValue>();
        if (item.TryGetProperty("fields", out var fields))
        {
            foreach (var field in fields.EnumerateObject())
            {
                values.Add(Value(field.Value));
            }
        }
        else
        {
            values.AddRange(Values(item));
        }

        return new(shape) { Values = values.ToArray() };
    }

    static StateCollection Collection(JsonElement item, int shape)
    {
        var collection = new StateCollection(shape)
        {
            IsLost = item.TryGetProperty("lost", out _),
            Comparer = Value(item.GetProperty("comparer")),
            Lengths = item.TryGetProperty("lengths", out var lengths) ? Numbers(lengths) : null,
        };
        if (!item.TryGetProperty("packed", out var packed))
        {
            collection.Values = Values(item);
            return collection;
        }

        var sample = new StateValue(Named<ValueKind>(packed), 0, null).ToPrimitive() ?? throw new StateFormatException("it has packed elements of an unknown type");
        var values = Values(item);
        collection.Packed = Array.CreateInstance(sample.GetType(), values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var element = values[i].ToPrimitive();
            if (element?.GetType() != sample.GetType())
            {
                throw new StateFormatException("it has packed elements of several types");
            }

            collection.Packed.SetValue(element, i);
        }

        return collection;
    }

    static int[] Numbers(JsonElement array)
    {
        var numbers = new List<int>();
        foreach (var number in array.EnumerateArray())
        {
            numbers.Add(number.GetInt32());
        }

        return numbers.ToArray();
    }

    static StateValue[] Values(JsonElement item)
    {
        var values = new List<StateValue>();
        foreach (var value in item.GetProperty("values").EnumerateArray())
        {
            values.Add(Value(value));
        }

        return values.ToArray();
    }

    static StateValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => StateValue.Null,
        JsonValueKind.True => StateValue.Primitive(true),
        JsonValueKind.False => StateValue.Primitive(false),
        JsonValueKind.Number => StateValue.Primitive(value.GetInt32()),
        JsonValueKind.String => StateValue.Text(value.GetString()!),
        JsonValueKind.Object => Tagged(value),
        _ => throw new StateFormatException("it has a value of an unknown kind"),
    };

    static StateValue Tagged(JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (member.Name == "Utf16")
            {
                return StateValue.Text(new string(MemoryMarshal.Cast<byte, char>(Convert.FromHexString(member.Value.GetString()!))));
            }

            if (!Enum.TryParse<ValueKind>(member.Name, out var kind))
            {
                break;
            }

            return kind switch
            {
                ValueKind.Missing => StateValue.Missing,
                ValueKind.Leaf or ValueKind.Enum => new(kind, value.GetProperty("shape").GetInt32(), member.Value.GetString()),
                ValueKind.Single or ValueKind.Double => new(kind, value.GetProperty("bits").GetInt64(), null),
                _ => new(kind, member.Value.GetInt64(), null),
            };
        }

        throw new StateFormatException("it has a value of an unknown kind");
    }
}
