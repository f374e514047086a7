namespace HotReload.UnitTests.JsonRpc.Support;

/// <summary>A clock whose timers fire when the test says so.</summary>
sealed class ManualTime : TimeProvider
{
    readonly TaskCompletionSource<Action> _timer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until somebody waits for time to pass, then lets it pass. For one waiter, the first.</summary>
    public async Task PassAsync() => (await _timer.Task)();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        bool isFirst = _timer.TrySetResult(() => callback(state));
        if (!isFirst)
        {
            callback(state);
        }

        return new Timer();
    }

    sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
