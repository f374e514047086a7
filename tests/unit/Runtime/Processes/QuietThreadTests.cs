using HotReload.Runtime.Processes;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Runtime.Processes;

public sealed class QuietThreadTests
{
    readonly QuietThread _quiet = new();

    [Test]
    public async Task Everything_runs_on_one_thread_one_after_the_other()
    {
        var running = 0;
        var threads = await Hang.Guard(Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RunAsync(async () =>
        {
            Assert.That(Interlocked.Increment(ref running), Is.EqualTo(1));
            Interlocked.Decrement(ref running);
            await Task.Yield();
            return Environment.CurrentManagedThreadId;
        }))));

        Assert.That(threads.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_waits_goes_on_elsewhere()
    {
        var quiet = await Hang.Guard(RunAsync(() => Task.FromResult(Environment.CurrentManagedThreadId)));

        Assert.That(Environment.CurrentManagedThreadId, Is.Not.EqualTo(quiet));
    }

    [Test]
    [Platform("Linux")]
    public async Task It_gives_way_to_others()
    {
        // Field 19 of the system's own account of the thread.
        var nice = await Hang.Guard(RunAsync(() => Task.FromResult(NiceOf("/proc/thread-self/stat"))));

        Assert.That(nice, Is.EqualTo(Math.Max(3, NiceOf("/proc/self/stat"))));
    }

    static int NiceOf(string file)
    {
        var text = File.ReadAllText(file);
        return int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[16], System.Globalization.CultureInfo.InvariantCulture);
    }

    Task<T> RunAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, _quiet).Unwrap();
}
