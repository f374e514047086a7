using System.Collections.Concurrent;
using HotReload.JsonRpc.Messages;

namespace HotReload.JsonRpc.Connection;

/// <summary>The requests this side has sent and that the peer has not answered.</summary>
sealed class PendingRequests
{
    readonly ConcurrentDictionary<JsonRpcId, TaskCompletionSource<ReadOnlyMemory<byte>>> _pending = new();
    volatile ConnectionEnd? _end;
    long _lastId;

    public JsonRpcId NextId() => new(Interlocked.Increment(ref _lastId));

    /// <summary>Adds a request, before it is sent. Its result is the JSON of the peer's.</summary>
    public TaskCompletionSource<ReadOnlyMemory<byte>> Add(JsonRpcId id)
    {
        TaskCompletionSource<ReadOnlyMemory<byte>> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = answer;

        // The end may have come between: whoever sees it last fails the request.
        if (_end is { } end)
        {
            answer.TrySetException(new JsonRpcConnectionLostException(end));
        }

        return answer;
    }

    /// <summary>
    /// Gives an answer to whom it belongs. False if it belongs to nobody. A request that was cancelled stays until its answer
    /// comes, so that the answer is known for what it is.
    /// </summary>
    public bool TryComplete(IncomingMessage message)
    {
        if (message.Id is not { } id || !_pending.TryRemove(id, out TaskCompletionSource<ReadOnlyMemory<byte>>? answer))
        {
            return false;
        }

        if (message.Kind == IncomingKind.Result)
        {
            answer.TrySetResult(message.Payload);
        }
        else
        {
            answer.TrySetException(new JsonRpcRemoteException(PayloadReader.Error(message.Payload)));
        }

        return true;
    }

    /// <summary>Fails what is pending, and what is still to come.</summary>
    public void FailAll(ConnectionEnd end)
    {
        _end = end;
        foreach (TaskCompletionSource<ReadOnlyMemory<byte>> answer in _pending.Values)
        {
            answer.TrySetException(new JsonRpcConnectionLostException(end));
        }

        _pending.Clear();
    }
}
