namespace HotReload.Engine.Session;

/// <summary>The engine's warm-up, which goes on beside whatever its owner does.</summary>
internal sealed class WarmUpRun : IDisposable
{
    readonly CancellationTokenSource _end = new();

    /// <param name="run">See <see cref="EngineWarmUp"/>.</param>
    public WarmUpRun(Func<CancellationToken, Task> run) => Ended = RunAsync(run);

    /// <summary>Completes when it is over, however it ended: what fails here fails on the first real edit too, and is told there.</summary>
    public Task Ended { get; }

    /// <summary>Gives it up; nobody waits for it any more.</summary>
    public void Dispose() => _end.Cancel();

    async Task RunAsync(Func<CancellationToken, Task> run) =>
        await Task.Run(() => run(_end.Token), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
