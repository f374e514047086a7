using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>
/// The first compilation of what the program runs, source generators included. Every edit's own compilation goes on from it, and over a
/// thousand views it takes a minute. So it is begun at the start, and an edit that comes meanwhile waits for it: given up, it would be begun
/// anew by that edit.
/// </summary>
internal sealed class FirstCompilation : IAsyncDisposable
{
    /// <summary>A generator that hangs over text that a build has taken is improbable; a machine that is slow over much text is not.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    readonly Solution _baseline;
    readonly ProjectId _startup;
    readonly Task _after;
    readonly TaskCompletionSource _wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource _end = new();
    readonly BoundedCompilation _compilation = new(Limit, TimeProvider.System);
    readonly Lazy<Task> _run;

    /// <param name="baseline">What the program runs.</param>
    /// <param name="startup">The project that is run, which refers to all others.</param>
    /// <param name="after">What it leaves the processor to, as long as nobody needs it.</param>
    public FirstCompilation(Solution baseline, ProjectId startup, Task after)
    {
        (_baseline, _startup, _after) = (baseline, startup, after);
        _run = new(() => Task.Run(RunAsync));
    }

    /// <summary>Whether there is nothing to wait for any more.</summary>
    public bool IsOver => _run is { IsValueCreated: true, Value.IsCompleted: true };

    /// <summary>Waits for its end in the background, whatever that is: what fails here fails on the edit too, and is told there.</summary>
    /// <param name="cancellationToken">Ends the wait, not the compilation.</param>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _run.Value.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>As <see cref="WaitAsync"/>, for somebody who can't go on without it.</summary>
    public Task NeedAsync(CancellationToken cancellationToken)
    {
        _wanted.TrySetResult();
        return WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_run.IsValueCreated)
        {
            await _run.Value.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _end.Dispose();
    }

    async Task RunAsync()
    {
        await Task.WhenAny(_after, _wanted.Task).WaitAsync(_end.Token);
        await _compilation.RunAsync(_baseline, [_startup], _end.Token);
    }
}
