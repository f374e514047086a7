namespace HotReload.Benchmarks.Measuring;

/// <summary>Counts.</summary>
public sealed class Numbers
{
    int _last = 1000;

    /// <summary>The next number.</summary>
    public int Next() => ++_last;
}
