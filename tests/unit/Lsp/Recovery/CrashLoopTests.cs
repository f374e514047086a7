using System.Threading.Channels;
using HotReload.Lsp.Recovery;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Recovery;

public sealed class CrashLoopTests
{
    TestClock _clock = null!;
    Channel<int> _restarts = null!;
    List<(int, int)> _told = null!;
    TaskCompletionSource _leftAlone = null!;
    CrashLoop _loop = null!;
    int _count;

    [SetUp]
    public void Create()
    {
        (_clock, _restarts, _told, _count) = (new(), Channel.CreateUnbounded<int>(), [], 0);
        _leftAlone = new();
        _loop = new(() => _restarts.Writer.TryWrite(++_count), (time, of) => _told.Add((time, of)), () => _leftAlone.SetResult(), _clock);
    }

    [Test]
    public async Task What_crashes_is_started_three_times_more_and_more_patiently_and_then_left_alone()
    {
        foreach (var seconds in new[] { 0.5, 1, 2 })
        {
            await CrashAsync(seconds);
        }

        _loop.Crashed();
        await Hang.Guard(_leftAlone.Task);
        _loop.Renewed();
        await CrashAsync(0.5);

        Assert.That(_told, Is.EqualTo(new[] { (1, 3), (2, 3), (3, 3), (1, 3) }), "New text counts from the start.");
    }

    [Test]
    public async Task New_text_while_it_waits_takes_the_restart_with_it()
    {
        _loop.Crashed();
        await _clock.UntilWaitingAsync();
        _loop.Renewed();
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        await CrashAsync(0.5);

        Assert.That(_count, Is.EqualTo(1), "That of the second crash.");
    }

    async Task CrashAsync(double seconds)
    {
        _loop.Crashed();
        await _clock.UntilWaitingAsync();
        _clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.That(_restarts.Reader.TryRead(out _), Is.False);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await Hang.Guard(_restarts.Reader.ReadAsync().AsTask());
    }
}
