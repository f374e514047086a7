namespace HotReload.Runtime.Processes;

/// <summary>Notices the end of a process that is no child of this one.</summary>
static class ProcessExitWatch
{
    /// <summary>How often it looks where the system does not tell. Ends must be noticed well within 5 s.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Completes when the process that has this id now has ended; at once where there is none.</summary>
    public static async Task WaitAsync(int id, IProcessTable table, TimeProvider time, CancellationToken cancellationToken)
    {
        if (table.Find(id) is not { } process)
        {
            return;
        }

        if (table.TryWaitForEnd(process, cancellationToken) is { } ended)
        {
            await ended;
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        while (table.Find(id) == process)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
