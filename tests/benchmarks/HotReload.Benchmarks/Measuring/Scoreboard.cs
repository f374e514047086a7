namespace HotReload.Benchmarks.Measuring;

/// <summary>All comparisons, in the order in which they came up.</summary>
public sealed class Scoreboard
{
    readonly List<Comparison> _rows = [];

    /// <summary>The comparisons.</summary>
    public IReadOnlyList<Comparison> Rows => _rows;

    /// <summary>The comparison of a name, made when it is asked for first.</summary>
    public Comparison Row(string name, string unit, double? target)
    {
        if (_rows.Find(row => row.Name == name) is { } known)
        {
            return known;
        }

        var added = new Comparison(name, unit, target);
        _rows.Add(added);
        return added;
    }
}
