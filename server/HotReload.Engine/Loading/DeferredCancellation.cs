namespace HotReload.Engine.Loading;

/// <summary>Passes a cancellation on, but not before it is allowed: what is cancelled halfway may leave something behind.</summary>
internal sealed class DeferredCancellation : IDisposable
{
    readonly Lock _gate = new();
    readonly CancellationTokenSource _source = new();
    readonly CancellationTokenRegistration _asked;
    bool _isAsked;
    bool _isAllowed;

    /// <param name="cancellationToken">What is passed on.</param>
    public DeferredCancellation(CancellationToken cancellationToken) =>
        _asked = cancellationToken.UnsafeRegister(static self => ((DeferredCancellation)self!).Ask(), this);

    /// <summary>Cancelled when that is asked for and allowed.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>From now on a cancellation does no harm.</summary>
    public void Allow()
    {
        lock (_gate)
        {
            _isAllowed = true;
            CancelIfDue();
        }
    }

    public void Dispose()
    {
        // Outside the lock: it waits for a cancellation that is under way, and that one needs the lock.
        _asked.Dispose();
        lock (_gate)
        {
            _isAllowed = false;
            _source.Dispose();
        }
    }

    void Ask()
    {
        lock (_gate)
        {
            _isAsked = true;
            CancelIfDue();
        }
    }

    void CancelIfDue()
    {
        if (_isAsked && _isAllowed)
        {
            _source.Cancel();
        }
    }
}
