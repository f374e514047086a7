using HotReload.JsonRpc.Framing;
using HotReload.JsonRpc.Logging;
using HotReload.JsonRpc.Messages;

namespace HotReload.JsonRpc.Connection;

/// <summary>
/// Reads messages and routes them: calls to the dispatcher, answers to who waits, cancellations to what runs. It waits for no
/// handler, so an answer may overtake the calls that came before it.
/// </summary>
sealed class Receiver(
    Stream input,
    JsonRpcConnectionOptions options,
    Dispatcher dispatcher,
    PendingRequests pending,
    RunningRequests running,
    Outbox outbox)
{
    readonly FrameReader _reader = new(input, options.Limits);

    /// <summary>Reads until the stream ends or can't be read any more; says which.</summary>
    public async Task<ConnectionEnd> RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                FrameReadResult read = await _reader.ReadAsync(stop);
                stop.ThrowIfCancellationRequested();
                if (read.Status != FrameReadStatus.Frame)
                {
                    return EndOf(read);
                }

                if (!TryRoute(EnvelopeReader.Read(read.Body), read.Body.Length))
                {
                    return new ConnectionEnd(
                        ConnectionEndKind.QueueOverflow,
                        $"More than {options.MaxQueuedBytes} bytes of calls wait to be handled.");
                }
            }
        }
        catch (Exception exception) when (StreamFailure.Is(exception))
        {
            return new ConnectionEnd(ConnectionEndKind.StreamFailed, $"Reading from the peer failed: {exception.Message}");
        }
    }

    static ConnectionEnd EndOf(FrameReadResult read) => read.Fault is { } fault
        ? new ConnectionEnd(ConnectionEndKind.FramingFault, fault.Sentence)
        : new ConnectionEnd(ConnectionEndKind.EndOfStream, "The peer closed the connection.");

    bool TryRoute(IncomingMessage message, int bytes)
    {
        switch (message.Kind)
        {
            case IncomingKind.Request:
                return TryPostRequest(message, bytes);

            case IncomingKind.Notification when message.Method == WellKnownMethods.Cancel:
                Cancel(message);
                break;

            case IncomingKind.Notification:
                return dispatcher.TryPost(new IncomingCall(message, bytes, null));

            case IncomingKind.Result or IncomingKind.Error:
                if (!pending.TryComplete(message))
                {
                    Log(JsonRpcEventKind.UnknownResponse, "", "An answer came to no request that waits for one; ignored.");
                }

                break;

            case IncomingKind.Unreadable:
                Refuse(JsonRpcEventKind.UnreadableMessage, JsonRpcErrorCodes.ParseError, message);
                break;

            default:
                Refuse(JsonRpcEventKind.InvalidMessage, JsonRpcErrorCodes.InvalidRequest, message);
                break;
        }

        return true;
    }

    bool TryPostRequest(IncomingMessage message, int bytes)
    {
        CancellationTokenSource? cancel = running.TryBegin(message.Id.GetValueOrDefault());
        if (cancel is not null)
        {
            return dispatcher.TryPost(new IncomingCall(message, bytes, cancel));
        }

        Refuse(
            JsonRpcEventKind.DuplicateRequestId,
            JsonRpcErrorCodes.InvalidRequest,
            message with { Sentence = "A request with this id is still running." });
        return true;
    }

    void Cancel(IncomingMessage message)
    {
        if (EnvelopeReader.ReadCancelledId(message.Payload) is { } id)
        {
            running.Cancel(id);
        }
        else
        {
            Log(JsonRpcEventKind.BadNotification, WellKnownMethods.Cancel, "A cancellation names no request; ignored.");
        }
    }

    void Refuse(JsonRpcEventKind kind, int code, IncomingMessage message)
    {
        Log(kind, message.Method, message.Sentence);
        outbox.Post(EnvelopeWriter.Error(message.Id, new JsonRpcError(code, message.Sentence)));
    }

    void Log(JsonRpcEventKind kind, string method, string sentence) =>
        options.Log.Write(new JsonRpcEvent(kind, MethodName.Shorten(method), sentence));
}
