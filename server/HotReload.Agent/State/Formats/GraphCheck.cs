using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Formats;

/// <summary>Makes sure of a graph that was read that it is whole: who walks it later need not look.</summary>
static class GraphCheck
{
    /// <summary>Looks at every number in it.</summary>
    /// <exception cref="StateFormatException">One leads nowhere, or the parts of an object don't fit together.</exception>
    public static void Run(StateGraph graph)
    {
        foreach (var item in graph.Objects)
        {
            Check(item, graph);
            foreach (var value in item.Values)
            {
                Check(value, graph);
            }
        }

        foreach (var root in graph.Roots)
        {
            Check(root.Value, graph);
        }
    }

    static void Check(StateObject item, StateGraph graph)
    {
        if (item.Shape < 0 || item.Shape >= graph.Shapes.Count)
        {
            throw new StateFormatException("it has an object without a type");
        }

        var shape = graph.Shapes[item.Shape];
        var fits = shape.Form switch
        {
            ShapeForm.Fields or ShapeForm.Own => item.Values.Length == shape.Fields.Length,
            ShapeForm.Array => item is StateCollection { Lengths: { Length: > 0 } lengths } array && IsWhole(lengths, array),
            ShapeForm.Collection => item is StateCollection { Lengths: null },
            ShapeForm.Serialized => item.Values.Length == 1,
            ShapeForm.Fresh => item.Values.Length == 0,
            _ => false,
        };
        if (!fits)
        {
            throw new StateFormatException("it has an object that is not whole");
        }

        if (item is StateCollection collection)
        {
            Check(collection.Comparer, graph);
        }
    }

    static bool IsWhole(int[] lengths, StateCollection array)
    {
        var product = 1L;
        foreach (var length in lengths)
        {
            product *= length;
            if (length < 0 || product > Array.MaxLength)
            {
                return false;
            }
        }

        return product == (array.Packed?.Length ?? array.Values.Length);
    }

    static void Check(StateValue value, StateGraph graph)
    {
        var bound = value.Kind switch
        {
            ValueKind.Reference => graph.Objects.Count,
            ValueKind.Leaf or ValueKind.Enum => graph.Shapes.Count,
            _ => int.MaxValue,
        };
        if (value.Kind is ValueKind.Reference or ValueKind.Leaf or ValueKind.Enum && (value.Bits < 0 || value.Bits >= bound))
        {
            throw new StateFormatException("it refers to something that is not in it");
        }
    }
}
