namespace HotReload.Runtime.Processes;

/// <summary>A process that the client started in a terminal of its own.</summary>
sealed class TerminalProcess : IProgramProcess
{
    readonly CancellationTokenSource _stop = new();

    public TerminalProcess(int id, IProcessTable table, TimeProvider time)
    {
        Id = id;
        Identity = table.Find(id);
        Exited = WatchAsync(table, time);
    }

    public int Id { get; }

    public ProcessIdentity? Identity { get; }

    public Task Ended => Exited;

    public Task<int?> Exited { get; }

    /// <summary>Its input belongs to the terminal.</summary>
    public ValueTask WriteInputAsync(string text, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    async Task<int?> WatchAsync(IProcessTable table, TimeProvider time)
    {
        try
        {
            await ProcessExitWatch.WaitAsync(Id, table, time, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Let go of before it ended. Only disposal does so, after the process was stopped.
        }

        return null;
    }
}
