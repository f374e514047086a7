using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>Lets one start, restart or stop of a session happen at a time, and none after the stop.</summary>
internal sealed class SessionGate : IAsyncDisposable
{
    // Neither is disposed: who waits is let go by the stop, and may still be on its way out after it.
    readonly SemaphoreSlim _turn = new(1, 1);
    readonly CancellationTokenSource _stop = new();

    /// <summary>Cancelled when the session is to stop.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Waits for a turn. Disposing the result ends it.</summary>
    /// <exception cref="JsonRpc.Messages.JsonRpcException">The session is stopped.</exception>
    /// <exception cref="OperationCanceledException">Whoever waits gave up.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        try
        {
            await _turn.WaitAsync(both.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw Stopped();
        }

        return new Turn(_turn);
    }

    /// <summary>Cancels what is going on, waits for its end and takes the last turn.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _turn.WaitAsync(CancellationToken.None);
    }

    /// <summary>What a request is told that the stop has overtaken.</summary>
    public static Exception Stopped() => RequestFailure.Of(ErrorCodes.NoSession, "The session was stopped.");

    sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
