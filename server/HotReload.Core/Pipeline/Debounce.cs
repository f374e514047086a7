namespace HotReload.Core.Pipeline;

/// <summary>Runs an action once a quiet time has passed since the last call for it.</summary>
public sealed class Debounce : IDisposable
{
    readonly ITimer _timer;

    public Debounce(Action action, TimeProvider time) =>
        _timer = time.CreateTimer(_ => action(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Starts the quiet time anew.</summary>
    public void Call(TimeSpan quietTime) => _timer.Change(quietTime, Timeout.InfiniteTimeSpan);

    /// <summary>Forgets a call that has not run yet.</summary>
    public void Cancel() => _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();
}
