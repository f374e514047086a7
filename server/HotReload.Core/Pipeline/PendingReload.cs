using HotReload.Core.Reload;

namespace HotReload.Core.Pipeline;

/// <summary>A reload that was asked for and has not begun, with everyone who waits for its result.</summary>
internal sealed class PendingReload(ReloadCause cause)
{
    readonly List<TaskCompletionSource<ReloadResult>> _waiters = [];

    /// <summary>What made it happen; the newest cause counts.</summary>
    public ReloadCause Cause { get; private set; } = cause;

    /// <summary>A task for its result.</summary>
    public Task<ReloadResult> Join()
    {
        var waiter = new TaskCompletionSource<ReloadResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiters.Add(waiter);
        return waiter.Task;
    }

    /// <summary>Takes over the waiters of an older one that this one replaces.</summary>
    public void Absorb(PendingReload older) => _waiters.AddRange(older._waiters);

    /// <summary>The same reload is wanted for another, newer reason.</summary>
    public void Renew(ReloadCause cause) => Cause = cause;

    public void Complete(ReloadResult result) => _waiters.ForEach(waiter => waiter.TrySetResult(result));

    public void Fail(Exception exception) => _waiters.ForEach(waiter => waiter.TrySetException(exception));

    public void Cancel() => _waiters.ForEach(waiter => waiter.TrySetCanceled());
}
