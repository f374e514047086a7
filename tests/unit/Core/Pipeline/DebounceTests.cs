using HotReload.Core.Pipeline;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Core.Pipeline;

public sealed class DebounceTests
{
    static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(50);

    readonly TestClock _clock = new();
    int _runs;
    Debounce _debounce = null!;

    [SetUp]
    public void Create()
    {
        _runs = 0;
        _debounce = new(() => _runs++, _clock);
    }

    [TearDown]
    public void Dispose() => _debounce.Dispose();

    [Test]
    public void It_runs_once_when_all_is_quiet()
    {
        _debounce.Call(s_quiet);
        _clock.Advance(49);
        Assert.That(_runs, Is.Zero);
        _clock.Advance(1);
        Assert.That(_runs, Is.EqualTo(1));
        _clock.Advance(1000);
        Assert.That(_runs, Is.EqualTo(1));
    }

    [Test]
    public void Every_call_starts_the_quiet_time_anew()
    {
        for (var i = 0; i < 10; i++)
        {
            _debounce.Call(s_quiet);
            _clock.Advance(49);
        }

        Assert.That(_runs, Is.Zero);
        _clock.Advance(1);
        Assert.That(_runs, Is.EqualTo(1));
    }

    [Test]
    public void It_runs_again_after_a_later_call()
    {
        _debounce.Call(s_quiet);
        _clock.Advance(50);
        _debounce.Call(s_quiet);
        _clock.Advance(50);

        Assert.That(_runs, Is.EqualTo(2));
    }

    [Test]
    public void Nothing_runs_without_a_call()
    {
        _clock.Advance(1000);
        Assert.That(_runs, Is.Zero);
    }

    [Test]
    public void A_cancelled_call_is_forgotten()
    {
        _debounce.Call(s_quiet);
        _debounce.Cancel();
        _clock.Advance(1000);

        Assert.That(_runs, Is.Zero);
    }

    [Test]
    public void Nothing_runs_after_the_end()
    {
        _debounce.Call(s_quiet);
        _debounce.Dispose();
        _clock.Advance(1000);

        Assert.That((_runs, _clock.Waiting), Is.EqualTo((0, 0)));
    }
}
