using System.Text.Encodings.Web;
using System.Text.Json;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Formats;

/// <summary>
/// State as people read it: place by place, each object where it is met first. One that is met again stands there as <c>$ref</c> to the
/// <c>$id</c> of the first; one too deep to be read stands at the end, under <c>$more</c>.
/// </summary>
sealed class ReadableState(StateGraph graph, Utf8JsonWriter writer)
{
    /// <summary>How deep objects stand in each other; what is deeper is a chain.</summary>
    const int MaxDepth = 24;

    static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly HashSet<int> _shared = [];
    readonly HashSet<int> _written = [];
    readonly HashSet<string> _names = new(StringComparer.Ordinal);
    readonly Queue<int> _more = new();
    int _depth;

    /// <summary>Writes a graph to a file, for this user only.</summary>
    /// <returns>The file's size.</returns>
    /// <exception cref="IOException">It can't be written.</exception>
    public static long Write(string path, StateGraph graph)
    {
        using var stream = StateFile.Create(path);
        using var writer = new Utf8JsonWriter(stream, s_options);
        new ReadableState(graph, writer).Run();
        writer.Flush();
        return stream.Length;
    }

    /// <summary>Writes the whole graph.</summary>
    public void Run()
    {
        FindShared();
        writer.WriteStartObject();
        foreach (var places in graph.Roots.Where(root => root.Form == RootForm.Static).GroupBy(root => root.Type))
        {
            writer.WriteStartObject(NameOf(places.Key));
            foreach (var place in places)
            {
                writer.WritePropertyName(place.Member);
                Value(place.Value);
            }

            writer.WriteEndObject();
        }

        foreach (var service in graph.Roots.Where(root => root.Form == RootForm.Service))
        {
            writer.WritePropertyName(NameOf(service.Type, service.Member));
            Value(service.Value);
        }

        More();
        writer.WriteEndObject();
    }

    /// <summary>A type's name; another one of the same name is numbered.</summary>
    string NameOf(string type, string key = "")
    {
        var plain = TypeNames.Plain(type) + (key.Length == 0 ? "" : $" [{key}]");
        var name = plain;
        for (var number = 2; !_names.Add(name); number++)
        {
            name = $"{plain} ({number})";
        }

        return name;
    }

    /// <summary>Only what is met again needs a number.</summary>
    void FindShared()
    {
        var met = new HashSet<int>();
        foreach (var value in graph.Roots.Select(root => root.Value).Concat(graph.Objects.SelectMany(item => item.Values)))
        {
            if (value.Kind == ValueKind.Reference && !met.Add(value.Target))
            {
                _shared.Add(value.Target);
            }
        }
    }

    void More()
    {
        if (_more.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("$more");
        while (_more.TryDequeue(out var next))
        {
            if (_written.Add(next))
            {
                Object(next);
            }
        }

        writer.WriteEndArray();
    }

    void Value(StateValue value)
    {
        if (value.Kind != ValueKind.Reference)
        {
            ReadableValue.Write(writer, value);
        }
        else if (_depth < MaxDepth && _written.Add(value.Target))
        {
            Object(value.Target);
        }
        else
        {
            Refer(value.Target);
        }
    }

    void Refer(int target)
    {
        if (!_written.Contains(target))
        {
            _shared.Add(target);
            _more.Enqueue(target);
        }

        writer.WriteStartObject();
        writer.WriteNumber("$ref", target);
        writer.WriteEndObject();
    }

    void Object(int number)
    {
        _depth++;
        var item = graph.Objects[number];
        var shape = graph.Shapes[item.Shape];
        if (item is StateCollection list)
        {
            Collection(number, list.Packed is { } packed ? Unpack(packed) : list.Values, ReadableValue.IsMap(shape));
        }
        else
        {
            Begin(number);
            writer.WriteString("$type", TypeNames.Plain(shape.Type));
            for (var i = 0; i < item.Values.Length; i++)
            {
                // What a serializer has made of an object has no name.
                writer.WritePropertyName(i < shape.Fields.Length ? shape.Fields[i] : "$value");
                Value(item.Values[i]);
            }

            writer.WriteEndObject();
        }

        _depth--;
    }

    static StateValue[] Unpack(Array packed)
    {
        var values = new List<StateValue>(packed.Length);
        foreach (var element in packed)
        {
            values.Add(StateValue.Primitive(element));
        }

        return values.ToArray();
    }

    void Begin(int number)
    {
        writer.WriteStartObject();
        if (_shared.Contains(number))
        {
            writer.WriteNumber("$id", number);
        }
    }

    void Collection(int number, StateValue[] values, bool isMap)
    {
        if (isMap && ReadableValue.HaveNames(values))
        {
            Begin(number);
            for (var i = 0; i < values.Length; i += 2)
            {
                writer.WritePropertyName(TextForm.Mend(values[i].Content!));
                Value(values[i + 1]);
            }

            writer.WriteEndObject();
        }
        else if (_shared.Contains(number))
        {
            Begin(number);
            writer.WritePropertyName("$values");
            Items(values, isMap);
            writer.WriteEndObject();
        }
        else
        {
            Items(values, isMap);
        }
    }

    void Items(StateValue[] values, bool isMap)
    {
        writer.WriteStartArray();
        for (var i = 0; i < values.Length; i += isMap ? 2 : 1)
        {
            if (isMap)
            {
                writer.WriteStartArray();
                Value(values[i]);
                Value(values[i + 1]);
                writer.WriteEndArray();
            }
            else
            {
                Value(values[i]);
            }
        }

        writer.WriteEndArray();
    }
}
