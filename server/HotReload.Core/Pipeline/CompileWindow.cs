namespace HotReload.Core.Pipeline;

/// <summary>
/// The time in which a reload may still be cancelled: "compile freely, apply once". Once closed it stays open to no
/// cancellation at all.
/// </summary>
public sealed class CompileWindow : IDisposable
{
    readonly Lock _gate = new();
    readonly CancellationTokenSource _source = new();
    readonly CancellationTokenRegistration _stop;
    bool _closed;

    // Not a linked source: that one would be cancelled by the stop even when the window is closed.
    public CompileWindow(CancellationToken stop) =>
        _stop = stop.UnsafeRegister(static window => ((CompileWindow)window!).TryCancel(), this);

    /// <summary>Cancelled when newer text has made this reload obsolete, or the session stops.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the reload was cancelled in time.</summary>
    public bool IsCancelled => _source.IsCancellationRequested;

    /// <summary>Ends the window. Returns false when it was cancelled before: then nothing may be applied.</summary>
    public bool TryClose()
    {
        lock (_gate)
        {
            _closed = !_source.IsCancellationRequested;
            return _closed;
        }
    }

    /// <summary>Cancels the reload if it may still be.</summary>
    public void TryCancel()
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _source.Cancel();
            }
        }
    }

    public void Dispose()
    {
        // Outside the lock: it waits for a stop that is under way, and that one needs the lock.
        _stop.Dispose();
        lock (_gate)
        {
            _closed = true;
            _source.Dispose();
        }
    }
}
