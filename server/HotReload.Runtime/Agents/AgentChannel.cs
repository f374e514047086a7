using System.Collections.Concurrent;
using System.Text.Json;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Core.Ports;
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
    readonly ConcurrentDictionary<int, PendingCall> _waiting = new();
    readonly TaskCompletionSource<AgentStateReport?> _restored = new(TaskCreationOptions.RunContinuationsAsynchronously);
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
        Pages = new ProgramPages(this);
        if (connection.Restored is null or { IsComplete: true })
        {
            _restored.SetResult(connection.Restored);
        }

        _reading = ReadAsync();
    }

    /// <summary>The program's pages.</summary>
    public IProgramPages Pages { get; }

    /// <summary>The first word on the state that the program was started with; null where it was given none.</summary>
    public AgentStateReport? RestoredAtStart => _connection.Restored;

    /// <summary>The last word on the state that the program was started with; null where it was given none. Never faults.</summary>
    public Task<AgentStateReport?> Restored => _restored.Task;

    /// <summary>Completes when nothing more can be heard from the agent. Never faults.</summary>
    public Task Closed => _reading;

    /// <summary>Sends a generation and waits for the answer. A lost agent is an answer with an error.</summary>
    /// <exception cref="OperationCanceledException">The wait was abandoned. The agent still applies the generation.</exception>
    public Task<ProcessReload> ApplyAsync(Generation generation, CancellationToken cancellationToken) =>
        ReloadAsync(AgentProtocol.Apply, WireGeneration.From(generation), cancellationToken);

    /// <summary>Has the agent go through a reload that changes nothing.</summary>
    public Task<ProcessReload> WarmUpAsync(CancellationToken cancellationToken)
    {
        var delta = new AgentDelta(Guid.Empty, "", GappedBytes.Of(new byte[1]), new byte[1], new byte[1], new int[1], new int[1]);
        return ReloadAsync(AgentProtocol.WarmUp, new(0, [delta]), cancellationToken);
    }

    /// <summary>Has the agent write the program's state to a file.</summary>
    public Task<(AgentStateReport? Report, string? Error)> CaptureAsync(AgentCapture capture, CancellationToken cancellationToken) =>
        AskAsync(id => StateJson.Request(id, AgentProtocol.Capture, capture), cancellationToken);

    /// <summary>Tells the agent where a crash is to write the program's state to.</summary>
    public Task<(AgentStateReport? Report, string? Error)> WatchStateAsync(AgentCapture capture, CancellationToken cancellationToken) =>
        AskAsync(id => StateJson.Request(id, AgentProtocol.WatchState, capture), cancellationToken);

    /// <summary>Has the agent bring the program to the state in a file.</summary>
    public Task<(AgentStateReport? Report, string? Error)> RestoreAsync(AgentRestore restore, CancellationToken cancellationToken) =>
        AskAsync(id => StateJson.Request(id, restore), cancellationToken);

    /// <summary>Cuts the connection; every call that waits gets this reason.</summary>
    public void Close(string reason)
    {
        _lost ??= reason;
        _connection.Stream.Dispose();
        FailAll();
    }

    public void Dispose() => Close("The session let go of the program.");

    /// <summary>Calls the agent and waits for its answer. A lost agent is an answer with an error.</summary>
    /// <param name="request">Writes the request, given its id.</param>
    /// <param name="read">Reads the result.</param>
    /// <param name="cancellationToken">Abandons the wait, never what the agent does.</param>
    public Task<AgentReply> CallAsync(Func<int, byte[]> request, Func<JsonElement, object> read, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var call = new PendingCall(read);
        _waiting[id] = call;

        // Not awaited alone: a program that is paused does not read, and the wait must still be abandonable.
        return CompleteAsync(SendAsync(request(id)), call.Reply).WaitAsync(cancellationToken);
    }

    /// <summary>Tells the agent something that it does not answer. Where it is lost, nobody is told.</summary>
    public void Notify(byte[] message) => _ = SendAsync(message);

    static async Task<AgentReply> CompleteAsync(Task sending, Task<AgentReply> reply)
    {
        await sending;
        return await reply;
    }

    async Task<ProcessReload> ReloadAsync(string method, AgentGeneration generation, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var reply = await CallAsync(id => ApplyJson.Request(id, method, generation), ApplyJson.ReadResult, cancellationToken);
        return reply.Result is AgentApplyResult result
            ? Timed(result, _time.GetElapsedTime(started).TotalMilliseconds)
            : ProcessReload.Lost(_connection.Hello.ProcessId, reply.Error!);
    }

    async Task<(AgentStateReport? Report, string? Error)> AskAsync(Func<int, byte[]> request, CancellationToken cancellationToken)
    {
        var reply = await CallAsync(request, StateJson.Read, cancellationToken);
        return ((AgentStateReport?)reply.Result, reply.Error);
    }

    ProcessReload Timed(AgentApplyResult result, double total) => new(
        _connection.Hello.ProcessId,
        [.. result.Modules.Select(WireGeneration.ToCore)],
        [.. result.HandlerFailures.Select(WireGeneration.ToCore)],
        Math.Max(0, total - result.ApplyMilliseconds - result.HandlersMilliseconds),
        result.ApplyMilliseconds,
        result.HandlersMilliseconds,
        null,
        result.WatchesCalls)
    {
        State = WireLiveState.ToCore(result.State),
        Pages = result.Pages,
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
        if (message.Method is { } method)
        {
            Hear(method, message.Body);
        }
        else if (message.Id is { } id && _waiting.TryRemove(id, out var call))
        {
            if (message.Error is { } error)
            {
                call.Fail(error);
            }
            else
            {
                call.Complete(message.Body);
            }
        }
    }

    void Hear(string method, JsonElement body)
    {
        switch (method)
        {
            case AgentProtocol.ModuleLoaded:
                _signals.ModuleLoaded?.Invoke(WireGeneration.ToCore(ModuleReloadJson.Read(body)));
                break;
            case AgentProtocol.Faulted:
                _signals.Faulted?.Invoke(FaultJson.Read(body));
                break;
            case AgentProtocol.Called:
                _signals.Called?.Invoke(WireGeneration.ToCore(CallJson.Read(body)));
                break;
            case AgentProtocol.Threw:
                _signals.Threw?.Invoke(WireLiveState.ToCore(ThrownJson.Read(body)));
                break;
            case AgentProtocol.HandlerFailed:
                _signals.HandlerFailed?.Invoke(WireGeneration.ToCore(HandlerFailureJson.Read(body)));
                break;
            case AgentProtocol.Restored when StateJson.Read(body) is { IsComplete: true } report:
                _restored.TrySetResult(report);
                break;
            case AgentProtocol.PagesReady:
                Notice(new(PageNoticeKind.Ready, "", "", "", 0, 0, "", default));
                break;
            case AgentProtocol.PageEvent when WirePages.ToCore(PageEventJson.Read(body)) is { } notice:
                Notice(notice);
                break;
            default:
                break;
        }
    }

    void Notice(PageNotice notice) => _signals.PageNoticed?.Invoke(Pages, notice);

    void FailAll()
    {
        // What was heard last of the state is all that there will be.
        _restored.TrySetResult(_connection.Restored);
        foreach (var id in _waiting.Keys)
        {
            if (_waiting.TryRemove(id, out var call))
            {
                call.Fail(_lost);
            }
        }
    }
}
