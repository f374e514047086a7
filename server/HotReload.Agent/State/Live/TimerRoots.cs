using System.Reflection;

namespace HotReload.Agent.State.Live;

/// <summary>The timers that are set: with them whoever waits for one, and what is asleep in <c>Task.Delay</c>.</summary>
static class TimerRoots
{
    /// <summary>The runtime's queues of timers; nothing where it keeps them elsewhere.</summary>
    public static object? Find() => typeof(Timer).Assembly.GetType("System.Threading.TimerQueue") is { } queue
        ? queue.GetProperty("Instances", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(null)
            ?? queue.GetField("Instances", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(null)
        : null;
}
