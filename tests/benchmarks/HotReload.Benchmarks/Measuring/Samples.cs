namespace HotReload.Benchmarks.Measuring;

/// <summary>Measured values of one kind.</summary>
public sealed class Samples
{
    readonly List<double> _values = [];

    /// <summary>How many there are.</summary>
    public int Count => _values.Count;

    /// <summary>How many edits had no effect before the time limit; they are not among the values.</summary>
    public int Lost { get; private set; }

    /// <summary>Takes a value, or null for an edit that was lost.</summary>
    public void Add(double? value)
    {
        if (value is { } measured)
        {
            _values.Add(measured);
        }
        else
        {
            Lost++;
        }
    }

    /// <summary>The value that this part of all values does not exceed (nearest rank); NaN without values.</summary>
    /// <param name="part">0 to 1.</param>
    public double Percentile(double part)
    {
        if (_values.Count == 0)
        {
            return double.NaN;
        }

        var sorted = _values.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }
}
