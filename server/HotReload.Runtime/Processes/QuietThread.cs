using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace HotReload.Runtime.Processes;

/// <summary>
/// One thread that gives way to all others, for work that nobody waits for: tasks run on it in their order. It lives as long as the
/// process and sleeps while there is nothing to do.
/// </summary>
public sealed partial class QuietThread : TaskScheduler
{
    /// <summary>
    /// Half of what others get of a processor where they want it, too; all of it where nobody does. Not less: a save may come to wait for
    /// the rest of the work, and a thread can't be raised again.
    /// </summary>
    const int Niceness = 3;

    readonly BlockingCollection<Task> _tasks = [];
    readonly Thread _thread;

    public QuietThread() =>
        _thread = new(Run) { IsBackground = true, Name = "Quiet work", Priority = ThreadPriority.BelowNormal };

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    protected override void QueueTask(Task task)
    {
        _tasks.Add(task);
        lock (_thread)
        {
            if (_thread.ThreadState.HasFlag(ThreadState.Unstarted))
            {
                _thread.Start();
            }
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && Thread.CurrentThread == _thread && TryExecuteTask(task);

    void Run()
    {
        if (OperatingSystem.IsLinux())
        {
            // The runtime leaves a thread's priority as it is there; the system has one for each thread. That it can't be set is no harm.
            _ = SetPriority(which: 0, who: 0, Niceness);
        }

        foreach (var task in _tasks.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
