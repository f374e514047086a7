using System.Text.Json.Serialization.Metadata;
using HotReload.JsonRpc.Logging;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;

namespace HotReload.JsonRpc.Connection;

/// <summary>
/// A JSON-RPC 2.0 conversation over two streams, both ways, with the cancellation and error codes of the Language Server
/// Protocol. It owns the streams and closes them when the conversation ends.
/// </summary>
public sealed class JsonRpcConnection : IJsonRpcPeer, IAsyncDisposable
{
    readonly Stream _input;
    readonly Stream _output;
    readonly JsonRpcMethods _methods;
    readonly JsonRpcConnectionOptions _options;
    readonly PendingRequests _pending = new();
    readonly RunningRequests _running = new();
    readonly Outbox _outbox;
    readonly Dispatcher _dispatcher;
    readonly Receiver _receiver;
    readonly CancellationTokenSource _over = new();
    readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<ConnectionEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates a connection, which does nothing before <see cref="Start"/>; messages may be queued already.</summary>
    /// <param name="input">What the peer sends.</param>
    /// <param name="output">What the peer receives. May be the same stream.</param>
    /// <param name="methods">What the peer may call. May still be filled, until the start.</param>
    /// <param name="options">Limits, hooks and log; the documented ones when null.</param>
    public JsonRpcConnection(Stream input, Stream output, JsonRpcMethods methods, JsonRpcConnectionOptions? options = null)
    {
        _input = input;
        _output = output;
        _methods = methods;
        _options = options ?? new JsonRpcConnectionOptions();
        _outbox = new Outbox(output, _options, end => _end.TrySetResult(end));
        _dispatcher = new Dispatcher(methods, _options, new RequestRunner(_options, _running, _outbox), _over.Token);
        _receiver = new Receiver(input, _options, _dispatcher, _pending, _running, _outbox);
        Completion = RunAsync();
    }

    /// <summary>
    /// Completes when the connection has ended, all that could be sent is sent, and the streams are closed. Faults only for a
    /// fault of this program.
    /// </summary>
    public Task<ConnectionEnd> Completion { get; }

    /// <summary>Closes the table of methods and begins to read and write.</summary>
    public void Start()
    {
        _methods.Close();
        _started.TrySetResult();
    }

    /// <inheritdoc/>
    public Task<TResult> RequestAsync<TParams, TResult>(
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> parametersInfo,
        JsonTypeInfo<TResult> resultInfo,
        CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TResult>(cancellationToken);
        }

        JsonRpcId id = _pending.NextId();
        return SendAsync(id, WithinLimit(EnvelopeWriter.Call(id, method, parameters, parametersInfo)), resultInfo, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TResult> RequestAsync<TResult>(string method, JsonTypeInfo<TResult> resultInfo, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TResult>(cancellationToken);
        }

        JsonRpcId id = _pending.NextId();
        return SendAsync(id, WithinLimit(EnvelopeWriter.Call(id, method)), resultInfo, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask NotifyAsync<TParams>(
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> parametersInfo,
        CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        _outbox.Post(WithinLimit(EnvelopeWriter.Call(null, method, parameters, parametersInfo)));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask NotifyAsync(string method, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        _outbox.Post(WithinLimit(EnvelopeWriter.Call(null, method)));
        return ValueTask.CompletedTask;
    }

    /// <summary>Completes when all that was sent before is written to the stream, or can't be any more.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        Task flushed = _outbox.FlushAsync().WaitAsync(cancellationToken);
        await flushed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>
    /// Ends the conversation: cancels what runs, sends what waits, within the drain time, closes the streams. Waits for no handler,
    /// so a handler may call it.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _end.TrySetResult(new ConnectionEnd(ConnectionEndKind.Disposed, "This side closed the connection."));
        _started.TrySetResult();
        await Completion;
    }

    async Task<TResult> SendAsync<TResult>(
        JsonRpcId id,
        MessageBuffer request,
        JsonTypeInfo<TResult> resultInfo,
        CancellationToken cancellationToken)
    {
        TaskCompletionSource<ReadOnlyMemory<byte>> answer = _pending.Add(id);
        _outbox.Post(request);
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            _ =>
            {
                if (answer.TrySetCanceled(cancellationToken))
                {
                    _outbox.Post(EnvelopeWriter.Cancel(id));
                }
            },
            null);
        return PayloadReader.Result(await answer.Task, resultInfo);
    }

    MessageBuffer WithinLimit(MessageBuffer message)
    {
        if (message.Length <= _options.Limits.MaxBodyBytes)
        {
            return message;
        }

        int length = message.Length;
        message.Dispose();
        throw new ArgumentException($"The message has {length} bytes; the limit is {_options.Limits.MaxBodyBytes}.");
    }

    async Task<ConnectionEnd> RunAsync()
    {
        await _started.Task;
        Task writing = _outbox.RunAsync();
        _ = FailWithAsync(writing);
        _ = FailWithAsync(_dispatcher.RunAsync());
        _ = FailWithAsync(ReceiveAsync());
        try
        {
            ConnectionEnd end = await _end.Task;
            _options.Log.Write(new JsonRpcEvent(JsonRpcEventKind.ConnectionEnded, "", end.Sentence));
            _pending.FailAll(end);
            _dispatcher.Complete();
            if (end.Kind == ConnectionEndKind.EndOfStream)
            {
                // The peer may have sent its last wishes and closed at once.
                await WithinDrainTimeAsync(_dispatcher.Idle);
            }

            return end;
        }
        finally
        {
            await CloseAsync(writing);
        }
    }

    async Task ReceiveAsync() => _end.TrySetResult(await _receiver.RunAsync(_over.Token));

    // A loop that fails has met a fault of this program. It must not leave a connection that looks alive.
    async Task FailWithAsync(Task loop)
    {
        try
        {
            await loop;
        }
        catch (Exception exception)
        {
            _end.TrySetException(exception);
        }
    }

    async Task CloseAsync(Task writing)
    {
        _ = _over.CancelAsync();
        _running.CancelAll();
        _dispatcher.Complete();
        _outbox.Complete();
        await WithinDrainTimeAsync(writing);
        _outbox.Dispose();
        await CloseAsync(_output);
        await CloseAsync(_input);
    }

    static async Task CloseAsync(Stream stream)
    {
        try
        {
            await stream.DisposeAsync();
        }
        catch (Exception exception) when (StreamFailure.Is(exception))
        {
            // A broken stream may complain once more; how the connection ended is known already.
        }
    }

    async Task WithinDrainTimeAsync(Task task)
    {
        Task waited = task.WaitAsync(_options.DrainTime, _options.TimeProvider);
        await waited.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
