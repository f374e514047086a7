using HotReload.Engine.Loading;

namespace HotReload.UnitTests.Engine.Loading;

public sealed class DeferredCancellationTests
{
    [Test]
    public void It_is_passed_on_when_it_is_allowed()
    {
        using var source = new CancellationTokenSource();
        using var deferred = new DeferredCancellation(source.Token);
        source.Cancel();
        Assert.That(deferred.Token.IsCancellationRequested, Is.False);

        deferred.Allow();
        Assert.That(deferred.Token.IsCancellationRequested, Is.True);
    }

    [Test]
    public void Once_allowed_it_is_passed_on_at_once()
    {
        using var source = new CancellationTokenSource();
        using var deferred = new DeferredCancellation(source.Token);
        deferred.Allow();
        Assert.That(deferred.Token.IsCancellationRequested, Is.False);

        source.Cancel();
        Assert.That(deferred.Token.IsCancellationRequested, Is.True);
    }

    [Test]
    public void After_its_end_nothing_is_passed_on()
    {
        using var source = new CancellationTokenSource();
        var deferred = new DeferredCancellation(source.Token);
        var token = deferred.Token;
        deferred.Dispose();
        source.Cancel();
        deferred.Allow();

        Assert.That(token.IsCancellationRequested, Is.False);
    }
}
