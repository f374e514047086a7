using System.ComponentModel;
using System.Diagnostics;

namespace HotReload.Runtime.Processes;

/// <summary>
/// Waits until a program has come through its own start. No program says so; but then it waits for its first request, or its user, and
/// uses the processor little.
/// </summary>
/// <param name="processorTime">What it has used so far; null once it has ended.</param>
/// <param name="time">The clock.</param>
sealed class StartupWatch(Func<TimeSpan?> processorTime, TimeProvider time)
{
    /// <summary>The time between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>A program that computes all the time is not waited for any longer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>The share of a core that is little.</summary>
    const double Little = 0.2;

    /// <summary>The watch on a process.</summary>
    public static StartupWatch On(int processId, TimeProvider time) => new(() => ProcessorTime(processId), time);

    /// <summary>Completes when the program has started, has ended, or computes on.</summary>
    public async Task WaitAsync()
    {
        var started = time.GetTimestamp();
        for (var used = processorTime(); used is not null && time.GetElapsedTime(started) < Limit;)
        {
            await Task.Delay(Interval, time);
            var now = processorTime();
            if (now - used < Interval * Little)
            {
                return;
            }

            used = now;
        }
    }

    static TimeSpan? ProcessorTime(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.TotalProcessorTime;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return null;
        }
    }
}
