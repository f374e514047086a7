using HotReload.Runtime.Launch;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Runtime.Launch;

public sealed class ListenerWaitTests
{
    TestClock _clock = null!;
    LocalPort _port = null!;

    [SetUp]
    public void Create()
    {
        _clock = new();
        _port = new();
    }

    [TearDown]
    public void Close() => _port.Dispose();

    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    public async Task It_ends_at_once_where_somebody_listens(string host)
    {
        _port.Open();

        await Hang.Guard(WaitAsync(CancellationToken.None, host));
        Assert.That(_clock.Waiting, Is.Zero);
    }

    [Test]
    public async Task It_tries_again_until_somebody_does()
    {
        var wait = WaitAsync(CancellationToken.None);
        await _clock.UntilWaitingAsync();
        Assert.That(wait.IsCompleted, Is.False);

        _port.Open();
        _clock.Advance(ListenerWait.Interval);
        await Hang.Guard(wait);
    }

    [Test]
    public async Task It_can_be_given_up()
    {
        using var patience = new CancellationTokenSource();
        var wait = WaitAsync(patience.Token);
        await _clock.UntilWaitingAsync();
        await patience.CancelAsync();

        Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => Hang.Guard(wait));
    }

    Task WaitAsync(CancellationToken cancellationToken, string host = "127.0.0.1") =>
        new ListenerWait(_clock).WaitAsync(host, _port.Number, cancellationToken);
}
