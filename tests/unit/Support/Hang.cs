namespace HotReload.UnitTests.Support;

/// <summary>Turns a wait that would never end into a failure. No test depends on how long it is.</summary>
static class Hang
{
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    public static Task<T> Guard<T>(Task<T> task) => task.WaitAsync(s_limit);

    public static Task Guard(Task task) => task.WaitAsync(s_limit);
}
