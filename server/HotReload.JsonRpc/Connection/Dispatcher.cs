using System.Threading.Channels;
using HotReload.JsonRpc.Logging;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;

namespace HotReload.JsonRpc.Connection;

/// <summary>
/// Hands calls to their handlers in the order of arrival. It has a queue of its own, so that answers and cancellations are read
/// while a handler runs.
/// </summary>
sealed class Dispatcher(JsonRpcMethods methods, JsonRpcConnectionOptions options, RequestRunner requests, CancellationToken ended)
{
    readonly Channel<IncomingCall> _calls = Channel.CreateUnbounded<IncomingCall>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    readonly ByteBudget _waiting = new(options.MaxQueuedBytes);
    readonly InFlight _inFlight = new();

    /// <summary>Completes when no more calls come and no handler runs.</summary>
    public Task Idle => _inFlight.Idle;

    /// <summary>Queues a call. False when too much waits.</summary>
    public bool TryPost(IncomingCall call) => _waiting.TryTake(call.Bytes) && _calls.Writer.TryWrite(call);

    /// <summary>No more calls come.</summary>
    public void Complete() => _calls.Writer.TryComplete();

    /// <summary>Dispatches until no more calls come. After the end of the connection it drops them.</summary>
    public async Task RunAsync()
    {
        await foreach (IncomingCall call in _calls.Reader.ReadAllAsync())
        {
            _waiting.GiveBack(call.Bytes);
            if (!ended.IsCancellationRequested)
            {
                await DispatchAsync(call);
            }
        }

        _inFlight.Leave();
    }

    ValueTask DispatchAsync(IncomingCall call)
    {
        string method = call.Message.Method;
        if (call.Cancel is { } cancel)
        {
            JsonRpcError? refusal = options.Admission(method, JsonRpcCallKind.Request);
            RequestMethod? request = refusal is null ? methods.FindRequest(method) : null;
            return Schedule(request?.Concurrency, requests.RunAsync(request, refusal, call.Message, cancel.Token));
        }

        if (options.Admission(method, JsonRpcCallKind.Notification) is { } refused)
        {
            Log(JsonRpcEventKind.RefusedNotification, method, refused.Message);
        }
        else if (methods.FindNotification(method) is { } notification)
        {
            return Schedule(notification.Concurrency, HandleAsync(notification, call.Message));
        }
        else
        {
            Log(JsonRpcEventKind.UnknownNotification, method, "No handler; ignored.");
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What the loop must wait for: an exclusive handler, but not a concurrent one.</summary>
    ValueTask Schedule(Concurrency? concurrency, ValueTask handling)
    {
        if (concurrency != Concurrency.Concurrent || handling.IsCompleted)
        {
            return handling;
        }

        _ = TrackAsync(handling);
        return ValueTask.CompletedTask;
    }

    async Task TrackAsync(ValueTask handling)
    {
        _inFlight.Enter();
        try
        {
            await handling;
        }
        finally
        {
            _inFlight.Leave();
        }
    }

    // A notification has no answer to carry a failure, and no failure of one handler may end the conversation.
    async ValueTask HandleAsync(NotificationMethod notification, IncomingMessage message)
    {
        try
        {
            await notification.HandleAsync(message.Payload, ended);
        }
        catch (JsonRpcException exception) when (exception.Error.Code == JsonRpcErrorCodes.InvalidParams)
        {
            Log(JsonRpcEventKind.BadNotification, message.Method, "Its parameters don't fit; dropped.");
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            Log(JsonRpcEventKind.HandlerFailed, message.Method, "The handler of a notification failed.", exception);
        }
    }

    void Log(JsonRpcEventKind kind, string method, string sentence, Exception? exception = null) =>
        options.Log.Write(new JsonRpcEvent(kind, MethodName.Shorten(method), sentence, exception));
}
