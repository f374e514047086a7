using HotReload.Core.Pipeline;
using HotReload.Core.Reload;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Core.Pipeline;

public sealed class ReloadSchedulerTests
{
    ControlledReloads _reloads = null!;
    ReloadScheduler _scheduler = null!;

    [SetUp]
    public void Start()
    {
        _reloads = new();
        _scheduler = new(_reloads.RunAsync);
    }

    [TearDown]
    public async Task End() => await Hang.Guard(_scheduler.DisposeAsync().AsTask());

    [Test]
    public async Task A_request_gets_the_result_of_its_reload()
    {
        var asked = _scheduler.RequestAsync(ReloadCause.Save);
        var reload = await _reloads.NextAsync();

        Assert.That(reload.Cause, Is.EqualTo(ReloadCause.Save));
        var result = reload.Finish();
        Assert.That(await Hang.Guard(asked), Is.SameAs(result));
    }

    [Test]
    public async Task Requests_during_an_apply_become_one_reload_with_the_newest_cause()
    {
        var first = _scheduler.RequestAsync(ReloadCause.Save);
        var running = await _reloads.NextAsync();
        Assert.That(running.Window.TryClose(), Is.True);
        var waiting = new[] { ReloadCause.Keystroke, ReloadCause.Disk, ReloadCause.Manual }.Select(_scheduler.RequestAsync).ToList();

        Assert.That(running.Window.IsCancelled, Is.False, "An apply can't be taken back.");
        var own = running.Finish();
        var next = await _reloads.NextAsync();
        var newest = next.Finish();

        Assert.That(await Hang.Guard(first), Is.SameAs(own));
        Assert.That(next.Cause, Is.EqualTo(ReloadCause.Manual));
        Assert.That(await Hang.Guard(Task.WhenAll(waiting)), Is.All.SameAs(newest));
        Assert.That(_reloads.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_newer_request_cancels_a_compile_whose_waiters_get_the_newer_result()
    {
        var first = _scheduler.RequestAsync(ReloadCause.Save);
        var second = _scheduler.RequestAsync(ReloadCause.Save);
        var obsolete = await _reloads.NextAsync();
        var newer = _scheduler.RequestAsync(ReloadCause.Keystroke);
        var next = await _reloads.NextAsync();

        Assert.That(obsolete.Window.IsCancelled, Is.True);
        Assert.That(first.IsCompleted, Is.False);
        var result = next.Finish();
        Assert.That(await Hang.Guard(Task.WhenAll(first, newer)), Is.All.SameAs(result));
        Assert.That(await Hang.Guard(second), Is.Not.Null);
    }

    [Test]
    public async Task A_storm_of_requests_ends_with_one_result_for_all()
    {
        var all = Enumerable.Range(0, 1000).Select(_ => _scheduler.RequestAsync(ReloadCause.Keystroke)).ToList();
        ReloadResult? last = null;
        while (!all.TrueForAll(task => task.IsCompleted))
        {
            var next = _reloads.NextAsync();
            await Hang.Guard(Task.WhenAny(next, Task.WhenAll(all)));
            if (next.IsCompletedSuccessfully && !(await next).Window.IsCancelled)
            {
                last = (await next).Finish();
                await Hang.Guard(Task.WhenAll(all));
            }
        }

        Assert.That(all.Select(task => task.Result), Is.All.SameAs(last));
    }

    [Test]
    public async Task A_fault_is_told_to_who_asked_and_the_next_request_is_served()
    {
        var asked = _scheduler.RequestAsync(ReloadCause.Save);
        (await _reloads.NextAsync()).Fail(new InvalidOperationException("A fault."));
        Assert.That(async () => await Hang.Guard(asked), Throws.InvalidOperationException.With.Message.EqualTo("A fault."));

        var again = _scheduler.RequestAsync(ReloadCause.Save);
        (await _reloads.NextAsync()).Finish();
        Assert.That(await Hang.Guard(again), Is.Not.Null);
    }

    [Test]
    public async Task A_cancellation_that_nobody_asked_for_is_a_fault_of_that_reload()
    {
        var asked = _scheduler.RequestAsync(ReloadCause.Save);
        (await _reloads.NextAsync()).Fail(new OperationCanceledException("A time limit inside the compiler."));

        Assert.That(async () => await Hang.Guard(asked), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task The_end_cancels_what_compiles_and_what_waits()
    {
        var running = _scheduler.RequestAsync(ReloadCause.Save);
        var reload = await _reloads.NextAsync();
        await Hang.Guard(_scheduler.DisposeAsync().AsTask());

        Assert.That(reload.Window.IsCancelled, Is.True);
        Assert.That(async () => await Hang.Guard(running), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task The_end_waits_for_an_apply_and_cancels_what_waits_behind_it()
    {
        var applying = _scheduler.RequestAsync(ReloadCause.Save);
        var reload = await _reloads.NextAsync();
        reload.Window.TryClose();
        var waiting = _scheduler.RequestAsync(ReloadCause.Save);

        var end = _scheduler.DisposeAsync().AsTask();
        Assert.That(end.IsCompleted, Is.False);
        var result = reload.Finish();
        await Hang.Guard(end);

        Assert.That(await Hang.Guard(applying), Is.SameAs(result));
        Assert.That(async () => await Hang.Guard(waiting), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_reloads.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_request_after_the_end_is_cancelled_as_those_before_it()
    {
        await Hang.Guard(_scheduler.DisposeAsync().AsTask());

        Assert.That(async () => await Hang.Guard(_scheduler.RequestAsync(ReloadCause.Disk)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_reloads.Count, Is.Zero);
    }

    [Test]
    public async Task A_second_end_does_nothing()
    {
        await Hang.Guard(_scheduler.DisposeAsync().AsTask());
        await Hang.Guard(_scheduler.DisposeAsync().AsTask());
    }
}
