using System.Collections.Concurrent;

namespace HotReload.UnitTests.Support;

/// <summary>Takes tasks and comes to none before it is told to: what stands behind work that takes long.</summary>
sealed class HeldWork : TaskScheduler
{
    readonly BlockingCollection<Task> _tasks = [];
    readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first task.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Does what has come so far and all that comes from now on, on a thread of its own.</summary>
    public void Release() => new Thread(Run) { IsBackground = true }.Start();

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    protected override void QueueTask(Task task)
    {
        _tasks.Add(task);
        _begun.TrySetResult();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    void Run()
    {
        foreach (var task in _tasks.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
