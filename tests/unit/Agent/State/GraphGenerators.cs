using System.Collections.Immutable;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace HotReload.UnitTests.Agent.State;

/// <summary>Objects that refer to each other in any way, cycles and sharing included.</summary>
static class GraphGenerators
{
    static readonly Gen<string> s_text = Gen.OneOf(
        Gen.Elements("", "a", "\ud800", "\udc00x", "\0", "🌊", "line\r\n\"quoted\"", "{}"),
        Gen.Choose(0, 0xFFFF).Select(unit => new string((char)unit, 3)));

    static readonly Gen<object?> s_value = Gen.OneOf(
        Gen.Constant((object?)null),
        Gen.Elements<object?>(true, 'x', (sbyte)-1, (byte)255, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue),
        Gen.Elements<object?>(0f, -0f, float.NaN, float.PositiveInfinity, double.Epsilon, double.NaN, -0d, 1.50m, decimal.MinValue),
        Gen.Elements<object?>(Guid.Empty, new Guid(1, 2, 3, new byte[8]), DateTime.MaxValue, new DateTime(5, DateTimeKind.Utc), TimeSpan.MinValue),
        Gen.Elements<object?>(new DateTimeOffset(long.MaxValue / 5, TimeSpan.FromHours(2)), DateOnly.MaxValue, TimeOnly.MaxValue, (Half)1.5, Int128.MinValue, UInt128.MaxValue),
        Gen.Elements<object?>(new Uri("a/b?c", UriKind.Relative), new Uri("http://x/"), new Version(1, 2, 3), BigInteger.Pow(7, 99), new System.Text.Rune(0x1F30A)),
        Gen.Elements<object?>(Colour.Green, (Colour)77, DayOfWeek.Friday, new Place(1, -2), (1, "two"), KeyValuePair.Create("k", 2L)),
        s_text.Select(text => (object?)text));

    static readonly Gen<Node> s_node =
        from number in Gen.Choose(int.MinValue, int.MaxValue)
        from text in s_text
        from any in s_value
        from packed in Gen.Choose(-9, 9).ArrayOf()
        from values in s_value.ArrayOf()
        from texts in s_text.ArrayOf()
        select new Node
        {
            Number = number,
            Any = any,
            Packed = packed,
            Values = [.. values],
            Texts = texts.ToImmutableList(),
            Maybe = number % 2 == 0 ? number : null,
            Names = new(StringComparer.OrdinalIgnoreCase) { [text] = text },
            Ordered = new(packed.Select((item, index) => KeyValuePair.Create(index, (long)item)).ToDictionary()),
            Stack = new(packed),
            Grid = new string?[,] { { text, null }, { "", text } },
        };

    /// <summary>A node that leads to all others.</summary>
    public static Gen<Node> Graph { get; } =
        from nodes in s_node.NonEmptyListOf()
        from links in Gen.Choose(0, nodes.Count - 1).ArrayOf(nodes.Count * 3)
        select Link([.. nodes], links);

    static Node Link(Node[] nodes, int[] links)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i].Next = nodes[links[3 * i]];
            nodes[i].Others = [nodes[links[(3 * i) + 1]], nodes[i], nodes[links[(3 * i) + 2]]];
            nodes[i].Any ??= nodes[links[3 * i]].Others;
            nodes[0].Others = [.. nodes[0].Others, nodes[i]];
        }

        return nodes[0];
    }

    /// <summary>An object with much in it.</summary>
    public sealed class Node
    {
        public int Number { get; init; }

        public int? Maybe;

        public object? Any;

        public Node? Next;

        public Node[] Others = [];

        public int[] Packed = [];

        public List<object?> Values = [];

        public ImmutableList<string> Texts = [];

        public Dictionary<string, string> Names = [];

        public SortedDictionary<int, long> Ordered = [];

        public Stack<int> Stack = new();

        public string?[,] Grid = new string?[0, 0];
    }
}
