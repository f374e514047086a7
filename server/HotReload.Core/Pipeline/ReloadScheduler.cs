using HotReload.Core.Reload;

namespace HotReload.Core.Pipeline;

/// <summary>
/// At most one reload runs and one waits. A newer request joins the one that waits, and cancels the one that runs as
/// long as it only compiles: its waiters then wait for the newer one, which holds their text too.
/// </summary>
public sealed class ReloadScheduler : IAsyncDisposable
{
    readonly Lock _gate = new();
    readonly SemaphoreSlim _wake = new(0);
    readonly CancellationTokenSource _stop = new();
    readonly Func<ReloadCause, CompileWindow, Task<ReloadResult>> _reload;
    readonly Task _loop;
    PendingReload? _waiting;
    CompileWindow? _window;
    bool _ended;

    /// <summary>Starts the scheduler. The function makes one reload; it throws only when its window was cancelled.</summary>
    public ReloadScheduler(Func<ReloadCause, CompileWindow, Task<ReloadResult>> reload)
    {
        _reload = reload;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Whether a reload runs or waits.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_gate)
            {
                return _waiting is not null || _window is not null;
            }
        }
    }

    /// <summary>
    /// Asks for a reload of the newest text and returns its result. After the end the result is cancelled: timers and
    /// watchers may ask until they are told of the end, and an exception would have nobody to catch it there.
    /// </summary>
    public Task<ReloadResult> RequestAsync(ReloadCause cause)
    {
        Task<ReloadResult> result;
        CompileWindow? obsolete;
        lock (_gate)
        {
            if (_ended)
            {
                return Task.FromCanceled<ReloadResult>(new CancellationToken(canceled: true));
            }

            if (_waiting is null)
            {
                _waiting = new(cause);
                _wake.Release();
            }
            else
            {
                _waiting.Renew(cause);
            }

            result = _waiting.Join();
            obsolete = _window;
        }

        obsolete?.TryCancel();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        CompileWindow? running;
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            running = _window;
        }

        await _stop.CancelAsync();
        running?.TryCancel();
        await _loop;
        _waiting?.Cancel();
        _stop.Dispose();
        _wake.Dispose();
    }

    async Task RunAsync()
    {
        while (await WaitAsync() is var (reload, window))
        {
            try
            {
                reload.Complete(await _reload(reload.Cause, window));
            }
            catch (OperationCanceledException) when (window.IsCancelled)
            {
                HandOver(reload);
            }
            catch (Exception exception)
            {
                // Whoever asked is told; the scheduler itself goes on with the next request.
                reload.Fail(exception);
            }
            finally
            {
                lock (_gate)
                {
                    _window = null;
                }

                window.Dispose();
            }
        }
    }

    async Task<(PendingReload, CompileWindow)?> WaitAsync()
    {
        try
        {
            await _wake.WaitAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        lock (_gate)
        {
            var reload = _waiting!;
            _waiting = null;
            _window = new CompileWindow(_stop.Token);
            return (reload, _window);
        }
    }

    void HandOver(PendingReload cancelled)
    {
        lock (_gate)
        {
            if (_waiting is not null)
            {
                _waiting.Absorb(cancelled);
                return;
            }
        }

        cancelled.Cancel();
    }
}
