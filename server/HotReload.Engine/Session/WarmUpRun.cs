using HotReload.Engine.Verification;

namespace HotReload.Engine.Session;

/// <summary>The engine's warm-up, or a part of it, which goes on beside whatever its owner does.</summary>
internal sealed class WarmUpRun : IDisposable
{
    readonly CancellationTokenSource _end = new();

    /// <param name="run">What is done.</param>
    /// <param name="scheduler">Where.</param>
    public WarmUpRun(Func<CancellationToken, Task> run, TaskScheduler scheduler) => Ended = RunAsync(run, scheduler);

    /// <summary>Completes when it is over, however it ended: what fails here fails on the first real edit too, and is told there.</summary>
    public Task Ended { get; }

    /// <summary>Gives it up; nobody waits for it any more.</summary>
    public void Dispose() => _end.Cancel();

    async Task RunAsync(Func<CancellationToken, Task> run, TaskScheduler scheduler) =>
        await Background.RunAsync(() => run(_end.Token), scheduler, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
