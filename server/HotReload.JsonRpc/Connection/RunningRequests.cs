using System.Collections.Concurrent;
using HotReload.JsonRpc.Messages;

namespace HotReload.JsonRpc.Connection;

/// <summary>The peer's requests that wait or run, each with what cancels it.</summary>
sealed class RunningRequests
{
    readonly ConcurrentDictionary<JsonRpcId, CancellationTokenSource> _running = new();

    /// <summary>Takes note of a request. Null if its id is in use.</summary>
    public CancellationTokenSource? TryBegin(JsonRpcId id)
    {
        CancellationTokenSource cancel = new();
        return _running.TryAdd(id, cancel) ? cancel : null;
    }

    /// <summary>The request is about to be answered; its id may be used again.</summary>
    public void End(JsonRpcId id) => _running.TryRemove(id, out _);

    /// <summary>Cancels a request. One that has been answered, or never was, is none to cancel.</summary>
    public void Cancel(JsonRpcId id)
    {
        if (_running.TryGetValue(id, out CancellationTokenSource? cancel))
        {
            // What handlers registered on the token runs elsewhere: it must not hold up the reading.
            _ = cancel.CancelAsync();
        }
    }

    public void CancelAll()
    {
        foreach (CancellationTokenSource cancel in _running.Values)
        {
            _ = cancel.CancelAsync();
        }
    }
}
