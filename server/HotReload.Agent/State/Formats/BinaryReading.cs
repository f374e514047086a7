using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Formats;

/// <summary>Reads the parts of a graph.</summary>
sealed class BinaryReading(BinaryInput input, string[] texts)
{
    /// <summary>Everything behind the texts.</summary>
    public StateGraph Graph()
    {
        var graph = new StateGraph();
        for (var count = input.Count(); count > 0; count--)
        {
            graph.Shapes.Add(Shape());
        }

        for (var count = input.Count(); count > 0; count--)
        {
            graph.Objects.Add(Object(graph.Shapes));
        }

        for (var count = input.Count(); count > 0; count--)
        {
            graph.Roots.Add(new((RootForm)input.Byte(), Text(), Text(), Text(), Value()));
        }

        return graph;
    }

    StateShape Shape()
    {
        var type = Text();
        var form = (ShapeForm)input.Byte();
        var fields = new string[input.Count()];
        var types = new string[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = Text();
            types[i] = Text();
        }

        return new(type, form, fields, types);
    }

    StateObject Object(List<StateShape> shapes)
    {
        var shape = input.Below(shapes.Count);
        return shapes[shape].Form is ShapeForm.Array or ShapeForm.Collection
            ? Collection(shape)
            : new StateObject(shape) { Values = Values() };
    }

    StateCollection Collection(int shape)
    {
        var marks = input.Byte();
        var item = new StateCollection(shape) { IsLost = (marks & BinaryMarks.Lost) != 0 };
        if ((marks & BinaryMarks.Array) != 0)
        {
            item.Lengths = new int[input.Count()];
            for (var i = 0; i < item.Lengths.Length; i++)
            {
                item.Lengths[i] = input.Below(Array.MaxLength);
            }
        }

        item.Comparer = Value();
        if ((marks & BinaryMarks.Packed) != 0)
        {
            item.Packed = PackedType.Make(input.Byte(), input.Bytes());
        }
        else
        {
            item.Values = Values();
        }

        return item;
    }

    StateValue[] Values()
    {
        var values = new StateValue[input.Count()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value();
        }

        return values;
    }

    StateValue Value()
    {
        var kind = (ValueKind)input.Byte();
        return kind switch
        {
            ValueKind.Missing or ValueKind.Null => new(kind, 0, null),
            ValueKind.Single => new(kind, input.Fixed32(), null),
            ValueKind.Double => new(kind, input.Fixed64(), null),
            ValueKind.Text => new(kind, 0, Text()),
            ValueKind.Leaf or ValueKind.Enum => new(kind, input.Below(int.MaxValue), Text()),
            ValueKind.Reference => new(kind, input.Below(int.MaxValue), null),
            >= ValueKind.Boolean and <= ValueKind.UInt64 => new(kind, input.Signed(), null),
            _ => throw new StateFormatException("it has a value of an unknown kind"),
        };
    }

    string Text() => texts[input.Below(texts.Length)];
}
