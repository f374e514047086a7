using System.Diagnostics;

namespace HotReload.Benchmarks.Measuring;

/// <summary>How long a run may take: what has been begun is ended, nothing more is begun.</summary>
/// <param name="limit">The time from now on.</param>
public sealed class Budget(TimeSpan limit)
{
    readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Whether the time is over.</summary>
    public bool IsSpent => Stopwatch.GetElapsedTime(_start) > limit;
}
