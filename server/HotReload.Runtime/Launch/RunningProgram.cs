using System.Collections.Immutable;
using HotReload.Agent.Contract;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Core.State;
using HotReload.Runtime.Agents;
using HotReload.Runtime.Processes;

namespace HotReload.Runtime.Launch;

/// <summary>A process and the channel to the agent inside.</summary>
sealed class RunningProgram : IRunningProgram
{
    /// <summary>How long to wait for the exit code of a process that has hung up, to name it in the answer.</summary>
    public static readonly TimeSpan ExitCodeTime = TimeSpan.FromSeconds(1);

    /// <summary>How long an answer about state is waited for beyond the time that it may take.</summary>
    public static readonly TimeSpan StateGrace = TimeSpan.FromSeconds(2);

    readonly IProgramProcess _process;
    readonly AgentChannel _channel;
    readonly TimeProvider _time;
    readonly Lazy<Task> _stop;
    readonly TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile bool _stopRequested;

    public RunningProgram(
        IProgramProcess process, AgentChannel channel, IEnumerable<string> capabilities, ProcessStop stop, TimeProvider time)
    {
        _process = process;
        _channel = channel;
        _time = time;
        _stop = new(() => stop.RunAsync(process));
        Capabilities = [.. capabilities];
        Restored = RestoredAsync();
        Exited = WatchAsync();
        Settled = Task.WhenAny(Exited, _channel.Closed, _changed.Task, StartupWatch.On(process.Id, time).WaitAsync());
        _ = WarmUpAsync();
    }

    public int ProcessId => _process.Id;

    public ImmutableArray<string> Capabilities { get; }

    public IProgramPages Pages => _channel.Pages;

    public Task<ProgramExit> Exited { get; }

    public Task Settled { get; }

    public StateReport RestoredAtStart => _channel.RestoredAtStart is { } report ? WireState.ToCore(report) : StateReport.Nothing;

    public Task<StateReport> Restored { get; }

    public async Task<ProcessReload> ApplyAsync(Generation generation, CancellationToken cancellationToken)
    {
        var reload = await _channel.ApplyAsync(generation, cancellationToken);
        _changed.TrySetResult();
        if (reload.Error is null)
        {
            return reload;
        }

        await Task.WhenAny(Exited, Task.Delay(ExitCodeTime, _time, cancellationToken));
        return Exited.IsCompletedSuccessfully
            ? ProcessReload.Lost(ProcessId, ExitSentence(await Exited))
            : reload;
    }

    public Task<StateReport> CaptureAsync(StateFile file, StateMode mode, StateLimits limits, CancellationToken cancellationToken) =>
        AskAsync(token => _channel.CaptureAsync(WireState.From(file, mode, limits), token), limits.Time, cancellationToken);

    public async Task<StateReport> WatchAsync(StateWatch watch, CancellationToken cancellationToken)
    {
        // Not while the program starts, either; but what has changed may crash.
        await Settled;
        return await AskAsync(token => _channel.WatchStateAsync(WireState.From(watch.File, watch.Mode, watch.Limits), token), watch.Limits.Time, cancellationToken);
    }

    public Task<StateReport> RestoreAsync(StateFile file, CancellationToken cancellationToken) =>
        AskAsync(token => _channel.RestoreAsync(WireState.From(file), token), StateLimits.Default.Time, cancellationToken);

    public ValueTask WriteInputAsync(string text, CancellationToken cancellationToken) =>
        _process.WriteInputAsync(text, cancellationToken);

    public Task StopAsync()
    {
        _stopRequested = true;
        return _stop.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _channel.Dispose();
        _process.Dispose();
    }

    static string ExitSentence(ProgramExit exit) => exit.ExitCode is { } code
        ? $"The program ended with exit code {code} before it had applied the change."
        : "The program ended before it had applied the change.";

    async Task<StateReport> AskAsync(
        Func<CancellationToken, Task<(AgentStateReport? Report, string? Error)>> ask, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit + StateGrace, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var (report, error) = await ask(either.Token);
            return report is null ? StateReport.Failed(error!) : WireState.ToCore(report);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return StateReport.Failed("The program did not answer in time; it may be paused.");
        }
    }

    async Task<StateReport> RestoredAsync() =>
        await _channel.Restored is { } report ? WireState.ToCore(report) : StateReport.Nothing;

    // Nobody waits for it, and where the agent is lost there is nothing to warm.
    async Task WarmUpAsync()
    {
        await Settled;
        if (!Exited.IsCompleted && !_channel.Closed.IsCompleted)
        {
            await _channel.WarmUpAsync(CancellationToken.None);
        }
    }

    async Task<ProgramExit> WatchAsync()
    {
        var code = await _process.Exited;
        _channel.Close("The program ended.");
        return new(code, _stopRequested);
    }
}
