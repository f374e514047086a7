using HotReload.Runtime.Processes;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Runtime.Processes;

public sealed class StartupWatchTests
{
    readonly TestClock _clock = new();
    TimeSpan? _used = TimeSpan.FromSeconds(1);

    [Test]
    public async Task A_program_that_starts_is_waited_for()
    {
        var wait = WaitAsync();
        await PassAsync(TimeSpan.FromMilliseconds(90));
        await PassAsync(TimeSpan.FromMilliseconds(40));
        Assert.That(wait.IsCompleted, Is.False);

        await PassAsync(TimeSpan.FromMilliseconds(10));
        await Hang.Guard(wait);
    }

    [Test]
    public async Task One_that_computes_on_is_not_waited_for_for_ever()
    {
        var wait = WaitAsync();
        for (var passed = TimeSpan.Zero; passed < StartupWatch.Limit; passed += StartupWatch.Interval)
        {
            Assert.That(wait.IsCompleted, Is.False);
            await PassAsync(StartupWatch.Interval);
        }

        await Hang.Guard(wait);
    }

    [Test]
    public async Task One_that_has_ended_is_not_waited_for()
    {
        var wait = WaitAsync();
        await _clock.UntilWaitingAsync();
        _used = null;
        _clock.Advance(StartupWatch.Interval);
        await Hang.Guard(wait);

        await Hang.Guard(WaitAsync());
    }

    [Test]
    public async Task A_process_is_asked_for_what_it_has_used()
    {
        var wait = StartupWatch.On(Environment.ProcessId, _clock).WaitAsync();
        await _clock.UntilWaitingAsync();
        Assert.That(wait.IsCompleted, Is.False);

        await Hang.Guard(StartupWatch.On(int.MaxValue, _clock).WaitAsync());
    }

    Task WaitAsync() => new StartupWatch(() => _used, _clock).WaitAsync();

    /// <summary>The program uses the processor between two looks.</summary>
    async Task PassAsync(TimeSpan used)
    {
        await _clock.UntilWaitingAsync();
        _used += used;
        _clock.Advance(StartupWatch.Interval);
    }
}
