namespace HotReload.Conformance.LongRuns;

/// <summary>How a server has grown over the longest of its lives, the first samples left out: those are of warming up.</summary>
/// <param name="Edits">Over how many edits.</param>
/// <param name="FirstMegabytes">What it held at their beginning.</param>
/// <param name="LastMegabytes">What it held at their end.</param>
/// <param name="KilobytesAnEdit">The slope of the line through all samples.</param>
/// <param name="Handles">How many more it has open.</param>
/// <param name="Threads">How many more it has.</param>
sealed record Growth(int Edits, double FirstMegabytes, double LastMegabytes, double KilobytesAnEdit, int Handles, int Threads)
{
    /// <summary>Roslyn keeps about 140 kB for each delta; a leak of documents or compilations is ten times that.</summary>
    public const double MostKilobytesAnEdit = 1000;

    /// <summary>Below so many edits, the garbage that is not collected yet is more than what is kept.</summary>
    public const int FewestEdits = 150;

    /// <summary>Some come and go: timers, a build's pipes.</summary>
    public const int MostHandles = 30;

    /// <summary>The same for threads: the pool's come and go by themselves.</summary>
    public const int MostThreads = 20;

    const int WarmUp = 2;

    /// <summary>Whether more is kept than can be explained.</summary>
    public bool IsLeak => Handles > MostHandles || Threads > MostThreads || (Edits >= FewestEdits && KilobytesAnEdit > MostKilobytesAnEdit);

    /// <summary>The growth that samples show; null where there are too few.</summary>
    public static Growth? Of(IEnumerable<Footprint> samples)
    {
        var life = samples.GroupBy(sample => sample.Process).MaxBy(each => each.Count())?.Skip(WarmUp).ToList() ?? [];
        if (life.Count < 2)
        {
            return null;
        }

        var (edits, bytes) = (life.Average(sample => sample.Edits), life.Average(sample => sample.Bytes));
        var slope = life.Sum(sample => (sample.Edits - edits) * (sample.Bytes - bytes)) / Math.Max(1, life.Sum(sample => Math.Pow(sample.Edits - edits, 2)));
        var (first, last) = (life[0], life[^1]);
        return new(
            last.Edits - first.Edits, Math.Round(first.Bytes / 1e6, 1), Math.Round(last.Bytes / 1e6, 1), Math.Round(slope / 1e3, 1),
            last.Handles - first.Handles, last.Threads - first.Threads);
    }
}
