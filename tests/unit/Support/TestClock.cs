namespace HotReload.UnitTests.Support;

/// <summary>A clock that stands still until a test moves it. Timers fire on the moving thread, in the order they are due.</summary>
sealed class TestClock : TimeProvider
{
    readonly Lock _gate = new();
    readonly List<Timer> _timers = [];
    readonly List<(int Timers, TaskCompletionSource Enough)> _watchers = [];
    TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers wait for their time.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count(timer => timer.Due is not null);
            }
        }
    }

    /// <summary>Waits until so many timers wait for their time: what is to start them runs on other threads.</summary>
    public Task UntilWaitingAsync(int timers = 1)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _watchers.Add((timers, enough));
            TellWatchers();
        }

        return Hang.Guard(enough.Task);
    }

    public override long GetTimestamp() => _now.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass; what becomes due on the way runs at its own time.</summary>
    public void Advance(TimeSpan time)
    {
        var end = _now + time;
        while (TakeDue(end) is { } timer)
        {
            timer.Fire();
        }

        _now = end;
    }

    /// <inheritdoc cref="Advance(TimeSpan)"/>
    public void Advance(double milliseconds) => Advance(TimeSpan.FromMilliseconds(milliseconds));

    void TellWatchers()
    {
        var waiting = _timers.Count(timer => timer.Due is not null);
        foreach (var (_, enough) in _watchers.Where(watcher => waiting >= watcher.Timers))
        {
            enough.TrySetResult();
        }
    }

    Timer? TakeDue(TimeSpan end)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is not null)
            {
                _now = next.Due!.Value > _now ? next.Due.Value : _now;
                next.Due = next.Period is { } period ? _now + period : null;
            }

            return next;
        }
    }

    sealed class Timer(TestClock clock, Action fire) : ITimer
    {
        public TimeSpan? Due { get; set; }

        public TimeSpan? Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                Period = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : period;
                clock.TellWatchers();
                return clock._timers.Contains(this);
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
