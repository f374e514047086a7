using HotReload.JsonRpc.Logging;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;

namespace HotReload.JsonRpc.Connection;

/// <summary>Runs the handler of a request, and sees to it that the request gets exactly one answer, whatever happens.</summary>
sealed class RequestRunner(JsonRpcConnectionOptions options, RunningRequests running, Outbox outbox)
{
    /// <summary>Runs it. Never fails.</summary>
    /// <param name="method">The registered method, or null if there is none.</param>
    /// <param name="refusal">Why it is not admitted, or null.</param>
    /// <param name="message">The request.</param>
    /// <param name="cancellationToken">Cancelled by the peer, or at the end of the connection.</param>
    public async ValueTask RunAsync(
        RequestMethod? method,
        JsonRpcError? refusal,
        IncomingMessage message,
        CancellationToken cancellationToken)
    {
        JsonRpcId id = message.Id.GetValueOrDefault();
        refusal ??= method is null ? Unknown(message.Method) : null;
        MessageBuffer answer = refusal is null
            ? await AnswerAsync(method!, id, message, cancellationToken)
            : EnvelopeWriter.Error(id, refusal);

        running.End(id);
        outbox.Post(answer);
    }

    async ValueTask<MessageBuffer> AnswerAsync(
        RequestMethod method,
        JsonRpcId id,
        IncomingMessage message,
        CancellationToken cancellationToken)
    {
        try
        {
            // It may have been cancelled while it waited behind others.
            cancellationToken.ThrowIfCancellationRequested();
            return WithinLimit(id, await method.AnswerAsync(id, message.Payload, cancellationToken));
        }
        catch (JsonRpcException exception)
        {
            return EnvelopeWriter.Error(id, exception.Error);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return EnvelopeWriter.Error(id, new JsonRpcError(JsonRpcErrorCodes.RequestCancelled, "The request was cancelled."));
        }
        catch (Exception exception)
        {
            // The handler is not ours to know: whatever it throws, the peer gets an answer and the conversation goes on.
            options.Log.Write(new JsonRpcEvent(
                JsonRpcEventKind.HandlerFailed,
                MethodName.Shorten(message.Method),
                "The handler of a request failed.",
                exception));
            return EnvelopeWriter.Error(id, new JsonRpcError(JsonRpcErrorCodes.InternalError, exception.Message));
        }
    }

    MessageBuffer WithinLimit(JsonRpcId id, MessageBuffer answer)
    {
        if (answer.Length <= options.Limits.MaxBodyBytes)
        {
            return answer;
        }

        string sentence = $"The answer has {answer.Length} bytes; the limit is {options.Limits.MaxBodyBytes}.";
        answer.Dispose();
        return EnvelopeWriter.Error(id, new JsonRpcError(JsonRpcErrorCodes.InternalError, sentence));
    }

    static JsonRpcError Unknown(string method) =>
        new(JsonRpcErrorCodes.MethodNotFound, $"The method '{MethodName.Shorten(method)}' is not known.");
}
