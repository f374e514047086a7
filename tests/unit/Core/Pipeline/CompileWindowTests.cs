using HotReload.Core.Pipeline;

namespace HotReload.UnitTests.Core.Pipeline;

public sealed class CompileWindowTests
{
    [Test]
    public void Open_it_can_be_cancelled_and_then_not_closed()
    {
        using var window = new CompileWindow(CancellationToken.None);
        window.TryCancel();

        Assert.That((window.IsCancelled, window.Token.IsCancellationRequested, window.TryClose()), Is.EqualTo((true, true, false)));
    }

    [Test]
    public void Closed_it_can_not_be_cancelled()
    {
        using var window = new CompileWindow(CancellationToken.None);

        Assert.That(window.TryClose(), Is.True);
        window.TryCancel();
        Assert.That((window.IsCancelled, window.Token.IsCancellationRequested), Is.EqualTo((false, false)));
    }

    [Test]
    public void The_stop_of_the_session_cancels_it_while_it_is_open()
    {
        using var stop = new CancellationTokenSource();
        using var window = new CompileWindow(stop.Token);
        stop.Cancel();

        Assert.That((window.IsCancelled, window.TryClose()), Is.EqualTo((true, false)));
    }

    [Test]
    public void The_stop_of_the_session_does_not_cancel_it_once_it_is_closed()
    {
        using var stop = new CancellationTokenSource();
        using var window = new CompileWindow(stop.Token);
        window.TryClose();
        stop.Cancel();

        Assert.That((window.IsCancelled, window.Token.IsCancellationRequested), Is.EqualTo((false, false)));
    }

    [Test]
    public void One_of_a_session_that_has_stopped_is_cancelled_from_the_start()
    {
        using var window = new CompileWindow(new CancellationToken(canceled: true));

        Assert.That(window.TryClose(), Is.False);
    }

    [Test]
    public void What_comes_too_late_does_nothing()
    {
        using var stop = new CancellationTokenSource();
        var window = new CompileWindow(stop.Token);
        window.Dispose();

        Assert.That(window.TryCancel, Throws.Nothing);
        Assert.That(stop.Cancel, Throws.Nothing);
        Assert.That(window.IsCancelled, Is.False);
    }
}
