namespace HotReload.JsonRpc.Connection;

/// <summary>Counts what runs, and tells when nothing does any more. Begins with one: whoever made it.</summary>
sealed class InFlight
{
    readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _count = 1;

    /// <summary>Completes when all have left.</summary>
    public Task Idle => _idle.Task;

    public void Enter() => Interlocked.Increment(ref _count);

    public void Leave()
    {
        if (Interlocked.Decrement(ref _count) == 0)
        {
            _idle.TrySetResult();
        }
    }
}
