using HotReload.Benchmarks.Tools;

namespace HotReload.Benchmarks.Measuring;

/// <summary>
/// Waits until all that was started here rests, so that no tool's time holds what the other still does after its turn: after a build and a
/// start that is seconds of work. Where the system has no <c>/proc</c>, only a pause.
/// </summary>
static class Rest
{
    static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    /// <summary>A program that computes all the time is not waited for any longer.</summary>
    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    /// <summary>The share of a core that counts as rest.</summary>
    const double Little = 0.1;

    public static async Task UntilAsync(CancellationToken cancellationToken)
    {
        var used = Used();
        for (var waited = TimeSpan.Zero; waited < s_limit; waited += s_interval)
        {
            await Task.Delay(s_interval, cancellationToken);
            var now = Used();

            // Less than before: something has ended only now.
            if (now >= used && now - used < s_interval * Little)
            {
                return;
            }

            used = now;
        }
    }

    static TimeSpan Used() => ProcessTree.Of(Environment.ProcessId).Skip(1).Aggregate(TimeSpan.Zero, (sum, id) => sum + TimeOf(id));

    static TimeSpan TimeOf(int id)
    {
        try
        {
            return ProcessTree.ProcessorTime(id);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // It has ended meanwhile.
            return TimeSpan.Zero;
        }
    }
}
