namespace HotReload.Runtime.Processes;

/// <summary>Tells a server that its editor has ended, however it ended: no server outlives its editor.</summary>
public sealed class ParentProcessWatch : IDisposable
{
    readonly CancellationTokenSource _stop = new();

    internal ParentProcessWatch(int processId, IProcessTable table, TimeProvider time)
    {
        Exited = WatchAsync(processId, table, time);
    }

    /// <summary>Completes when the process has ended. Never completes after disposal, never faults.</summary>
    public Task Exited { get; }

    /// <summary>Begins to watch. A process that does not exist has ended; a later one with its id is not mistaken for it.</summary>
    /// <param name="processId">The operating system's id.</param>
    /// <param name="time">The clock to look by.</param>
    public static ParentProcessWatch Start(int processId, TimeProvider time) =>
        new(processId, ProcessPlatform.ForThisSystem().Table, time);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    async Task WatchAsync(int processId, IProcessTable table, TimeProvider time)
    {
        try
        {
            await ProcessExitWatch.WaitAsync(processId, table, time, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            await new TaskCompletionSource().Task;
        }
    }
}
