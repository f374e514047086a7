using System.Globalization;
using System.Text;

namespace HotReload.Benchmarks.Scenarios;

/// <summary>C# as it stands in programs of some size: types with state, loops, queries, patterns, generics, interpolated text, async methods.</summary>
static class GeneratedCode
{
    /// <summary>A file of about so many lines, in which every type has a name of its own.</summary>
    public static string File(string space, string name, int lines)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"using System.Globalization;\n\nnamespace {space};\n\n");
        var count = 4;
        for (var part = 0; count < lines; part++)
        {
            var type = Numbered(Type, $"{name}{part}", part);
            text.Append(type).Append('\n');
            count += type.Count(character => character == '\n') + 1;
        }

        return text.ToString();
    }

    static string Numbered(string template, string name, int part) => template
        .Replace("NAME", name, StringComparison.Ordinal)
        .Replace("PART", part.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .ReplaceLineEndings("\n");

    const string Type = """
        /// <summary>Keeps items of one kind and answers for them.</summary>
        public sealed class NAMEStore
        {
            readonly Dictionary<string, NAMEItem> _items = new(StringComparer.Ordinal);
            readonly List<string> _log = [];

            public event Action<NAMEItem>? Added;

            public int Count => _items.Count;

            public NAMEItem Add(string key, decimal price, int quantity)
            {
                ArgumentException.ThrowIfNullOrEmpty(key);
                if (_items.TryGetValue(key, out var known))
                {
                    known = known with { Quantity = known.Quantity + quantity };
                    _items[key] = known;
                    return known;
                }

                var item = new NAMEItem(key, price, quantity, DateOnly.FromDayNumber(700_000 + PART));
                _items.Add(key, item);
                _log.Add($"{key}: {quantity} at {price.ToString("0.00", CultureInfo.InvariantCulture)}");
                Added?.Invoke(item);
                return item;
            }

            public decimal Total() => _items.Values.Where(item => item.Quantity > 0).Sum(item => item.Price * item.Quantity);

            public IReadOnlyList<string> Report(int most)
            {
                var lines = new List<string>();
                foreach (var group in _items.Values.GroupBy(item => item.Kind).OrderBy(group => group.Key))
                {
                    var total = 0m;
                    foreach (var item in group)
                    {
                        total += item.Price * item.Quantity;
                        if (lines.Count < most)
                        {
                            lines.Add($"{item.Key,-20} {item.Quantity,6} {item.Describe()}");
                        }
                    }

                    lines.Add($"{group.Key}: {total}");
                }

                return lines;
            }

            public async Task<int> SaveAsync(TextWriter writer, CancellationToken cancellationToken)
            {
                var written = 0;
                foreach (var (key, item) in _items)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await writer.WriteLineAsync($"{key};{item.Price};{item.Quantity}".AsMemory(), cancellationToken);
                    written++;
                }

                return written;
            }

            public T Fold<T>(T seed, Func<T, NAMEItem, T> step)
            {
                var result = seed;
                foreach (var item in _items.Values)
                {
                    result = step(result, item);
                }

                return result;
            }
        }

        public sealed record NAMEItem(string Key, decimal Price, int Quantity, DateOnly Since)
        {
            public string Kind => this switch
            {
                { Quantity: 0 } => "none",
                { Price: > 1000m } => "dear",
                { Price: < 1m, Quantity: > 100 } => "bulk",
                _ => "plain",
            };

            public string Describe() => Kind == "plain" ? $"{Key} since {Since:O}" : $"{Key} ({Kind}), {PART}";
        }
        """;
}
