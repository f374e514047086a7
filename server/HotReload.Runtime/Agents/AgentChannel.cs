using System.Collections.Concurrent;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Framing;
using HotReload.Runtime.Launch;

namespace HotReload.Runtime.Agents;

/// <summary>The conversation with one agent. Calls may overlap; the agent answers them in their order.</summary>
sealed class AgentChannel : IDisposable
{
    readonly AgentConnection _connection;
    readonly ProgramSignals _signals;
    readonly TimeProvider _time;
    readonly ConcurrentDictionary<int, TaskCompletionSource<AgentReply>> _waiting = new();
    readonly Task _reading;
    int _lastId = AgentProtocol.HelloId;
    volatile string? _lost;

    /// <param name="connection">The agent; owned from now on.</param>
    /// <param name="signals">Who is told what the agent says by itself.</param>
    /// <param name="time">Measures round trips.</param>
    public AgentChannel(AgentConnection connection, ProgramSignals signals, TimeProvider time)
    {
        _connection = connection;
        _signals = signals;
        _time = time;
        _reading = ReadAsync();
    }

    /// <summary>Completes when nothing more can be heard from the agent. Never faults.</summary>
    public Task Closed => _reading;

    /// <summary>Sends a generation and waits for the answer. A lost agent is an answer with an error.</summary>
    /// <exception cref="OperationCanceledException">The wait was abandoned. The agent still applies the generation.</exception>
    public Task<ProcessReload> ApplyAsync(Generation generation, CancellationToken cancellationToken) =>
        CallAsync(AgentProtocol.Apply, WireGeneration.From(generation), cancellationToken);

    /// <summary>Has the agent go through a reload that changes nothing.</summary>
    public Task<ProcessReload> WarmUpAsync(CancellationToken cancellationToken)
    {
        var delta = new AgentDelta(Guid.Empty, "", new byte[1], new byte[1], new byte[1], new int[1], new int[1]);
        return CallAsync(AgentProtocol.WarmUp, new(0, [delta]), cancellationToken);
    }

    /// <summary>Cuts the connection; every call that waits gets this reason.</summary>
    public void Close(string reason)
    {
        _lost ??= reason;
        _connection.Stream.Dispose();
        FailAll();
    }

    public void Dispose() => Close("The session let go of the program.");

    static async Task<AgentReply> CompleteAsync(Task sending, Task<AgentReply> reply)
    {
        await sending;
        return await reply;
    }

    async Task<ProcessReload> CallAsync(string method, AgentGeneration generation, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var reply = new TaskCompletionSource<AgentReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = reply;
        var started = _time.GetTimestamp();

        // Not awaited alone: a program that is paused does not read, and the wait must still be abandonable.
        var sending = SendAsync(ApplyJson.Request(id, method, generation));
        var answer = await CompleteAsync(sending, reply.Task).WaitAsync(cancellationToken);
        return answer.Result is { } result
            ? Timed(result, _time.GetElapsedTime(started).TotalMilliseconds)
            : ProcessReload.Lost(_connection.Hello.ProcessId, answer.Error!);
    }

    ProcessReload Timed(AgentApplyResult result, double total) => new(
        _connection.Hello.ProcessId,
        [.. result.Modules.Select(WireGeneration.ToCore)],
        [.. result.HandlerFailures.Select(failure => new HandlerFailure(failure.Handler, failure.Error))],
        Math.Max(0, total - result.ApplyMilliseconds - result.HandlersMilliseconds - result.State.Milliseconds),
        result.ApplyMilliseconds,
        result.HandlersMilliseconds,
        null,
        result.WatchesCalls)
    {
        State = WireState.ToCore(result.State),
    };

    async Task SendAsync(byte[] message)
    {
        try
        {
            await _connection.Writer.WriteAsync(message, CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            _lost ??= "The connection to the program was lost.";
        }

        if (_lost is not null)
        {
            FailAll();
        }
    }

    async Task ReadAsync()
    {
        await Task.Yield();
        try
        {
            while (await _connection.Reader.ReadAsync() is { Status: FrameReadStatus.Frame } frame)
            {
                Take(frame.Body);
            }

            Close("The connection to the program was lost.");
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            Close("The connection to the program was lost.");
        }
        catch (AgentFormatException exception)
        {
            Close($"The program's agent broke the protocol: {exception.Message}");
        }
    }

    void Take(ReadOnlyMemory<byte> utf8)
    {
        using var message = AgentMessage.Parse(utf8);
        if (message.Method == AgentProtocol.ModuleLoaded)
        {
            _signals.ModuleLoaded?.Invoke(WireGeneration.ToCore(ModuleReloadJson.Read(message.Body)));
        }
        else if (message.Method == AgentProtocol.Faulted)
        {
            _signals.Faulted?.Invoke(FaultJson.Read(message.Body));
        }
        else if (message.Method == AgentProtocol.Called)
        {
            _signals.Called?.Invoke(WireGeneration.ToCore(CallJson.Read(message.Body)));
        }
        else if (message.Method == AgentProtocol.Threw)
        {
            _signals.Threw?.Invoke(WireState.ToCore(ThrownJson.Read(message.Body)));
        }
        else if (message.Method is null && message.Id is { } id && _waiting.TryRemove(id, out var reply))
        {
            reply.SetResult(message.Error is { } error ? new(null, error) : Read(message, reply));
        }
    }

    // A bad answer must still answer the call that waits for it.
    static AgentReply Read(AgentMessage message, TaskCompletionSource<AgentReply> reply)
    {
        try
        {
            return new(ApplyJson.ReadResult(message.Body), null);
        }
        catch (AgentFormatException exception)
        {
            reply.TrySetResult(new(null, $"The program's agent broke the protocol: {exception.Message}"));
            throw;
        }
    }

    void FailAll()
    {
        foreach (var id in _waiting.Keys)
        {
            if (_waiting.TryRemove(id, out var reply))
            {
                reply.TrySetResult(new(null, _lost));
            }
        }
    }

    readonly record struct AgentReply(AgentApplyResult? Result, string? Error);
}
