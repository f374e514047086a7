using HotReload.Engine.Session;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Session;

/// <summary>A source generator that hangs costs a limited time, and nothing but its own project's text.</summary>
public sealed class BoundedCompilationTests
{
    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    TestClock _clock = null!;
    TaskCompletionSource _never = null!;
    BoundedCompilation _bounded = null!;

    [SetUp]
    public void Create()
    {
        (_clock, _never) = (new(), new());
        _bounded = new(s_limit, _clock);
    }

    [Test]
    public async Task What_ends_in_time_has_ended() =>
        Assert.That(await _bounded.TryAsync(_ => Task.CompletedTask, CancellationToken.None), Is.True);

    [Test]
    public async Task FAULT_26_what_does_not_is_left_behind_at_the_limit()
    {
        var trying = _bounded.TryAsync(_ => _never.Task, CancellationToken.None);
        await _clock.UntilWaitingAsync();
        _clock.Advance(s_limit);

        Assert.That(await trying, Is.False);
        Assert.That(await _bounded.TryAsync(_ => Task.CompletedTask, CancellationToken.None), Is.True);
    }

    [Test]
    public async Task What_listens_to_no_cancellation_is_left_behind_at_once()
    {
        using var overtaken = new CancellationTokenSource();
        var trying = _bounded.TryAsync(_ => _never.Task, overtaken.Token);
        await overtaken.CancelAsync();

        Assert.That(async () => await trying, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void What_fails_fails_as_it_is() => Assert.That(
        async () => await _bounded.TryAsync(_ => throw new TimeoutException("its own"), CancellationToken.None),
        Throws.TypeOf<TimeoutException>().With.Message.EqualTo("its own"));

    [Test]
    public async Task Of_what_is_left_behind_only_so_much_goes_on()
    {
        using var overtaken = new CancellationTokenSource();
        var left = Enumerable.Range(0, BoundedCompilation.MostLeft).Select(_ => _bounded.TryAsync(_ => _never.Task, overtaken.Token)).ToList();
        await _clock.UntilWaitingAsync(left.Count);
        await overtaken.CancelAsync();
        left.ForEach(each => Assert.That(async () => await each, Throws.InstanceOf<OperationCanceledException>()));
        var begun = false;

        var next = _bounded.TryAsync(_ => Task.FromResult(begun = true), CancellationToken.None);
        await _clock.UntilWaitingAsync();
        _clock.Advance(s_limit);
        Assert.That((await next, begun), Is.EqualTo((false, false)));

        _never.SetResult();
        Assert.That(await _bounded.TryAsync(_ => Task.FromResult(begun = true), CancellationToken.None), Is.True);
    }
}
