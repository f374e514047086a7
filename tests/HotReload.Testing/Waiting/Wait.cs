namespace HotReload.Testing.Waiting;

/// <summary>Waits that end: with what was awaited, as soon as it is hopeless, or at the hang guard.</summary>
public sealed class Wait
{
    readonly TimeSpan _guard;
    readonly Task<string> _hopeless;
    readonly Func<string> _log;

    /// <param name="guard">The longest wait; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <param name="hopeless">Completes, with the reason, when nothing more can come.</param>
    /// <param name="log">What to show when a wait fails.</param>
    public Wait(TimeSpan guard, Task<string> hopeless, Func<string> log)
    {
        _guard = guard;
        _hopeless = hopeless;
        _log = log;
    }

    /// <summary>Waits for what <paramref name="awaited"/> gives.</summary>
    /// <param name="what">What is awaited, for the message of a failure.</param>
    /// <param name="awaited">Starts the wait.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="HopelessWaitException">It can't come any more, or did not come before the hang guard.</exception>
    public async Task<T> ForAsync<T>(string what, Func<CancellationToken, Task<T>> awaited, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wanted = awaited(stop.Token);
        var guard = Task.Delay(_guard, stop.Token);
        var first = await Task.WhenAny(wanted, _hopeless, guard);
        cancellationToken.ThrowIfCancellationRequested();
        if (first != wanted && !wanted.IsCompleted)
        {
            var reason = first == guard ? $"It did not come within {_guard.TotalSeconds:0} s." : await _hopeless;
            await stop.CancelAsync();
            throw new HopelessWaitException($"Waited for {what}. {reason}\n{_log()}");
        }

        await stop.CancelAsync();
        return await wanted;
    }
}
