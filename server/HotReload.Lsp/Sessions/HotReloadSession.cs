using System.Collections.Immutable;
using System.Globalization;
using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Sdk;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Workspace;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Sessions;

/// <summary>One program under hot reload, from its start to its stop, across restarts.</summary>
internal sealed class HotReloadSession : IReloadObserver, IProgramObserver, IAsyncDisposable
{
    readonly SessionServices _services;
    readonly SessionPlan _plan;
    readonly SessionStatus _status;
    readonly SessionStarter _starter;
    readonly DiagnosticsPublisher _diagnostics;
    readonly ReloadNumbers _numbers = new();
    readonly SemaphoreSlim _gate = new(1, 1);
    readonly CancellationTokenSource _stop = new();
    readonly Debounce _typing;
    volatile SessionRun? _run;
    bool _cameUp;
    SdkInstallation? _sdk;
    IDisposable? _watcher;

    public HotReloadSession(string id, SessionPlan plan, ReloadMode mode, SessionServices services)
    {
        Id = id;
        _plan = plan;
        _services = services;
        _status = new(services.Client, id, mode);
        _diagnostics = new(services.Client);
        _starter = new(services, id, plan, _status, _diagnostics, _numbers, this, this);
        _typing = new(() => Publish(ReloadCause.Keystroke), services.Time);
    }

    public string Id { get; }

    /// <summary>Full path of the project that is run.</summary>
    public string Project => _plan.ProjectPath;

    public SessionInfo Info
    {
        get
        {
            var status = _status.Current;
            return new(
                Id, _plan.ProjectPath, _plan.LaunchProfile, status.Mode, status.Paused, status.State, status.Generation,
                [.. _run?.Programs.Running.Select(program => program.ProcessId) ?? []],
                _plan.Urls, _plan.LaunchUrl, _sdk?.Version ?? "");
        }
    }

    /// <summary>Brings the session up. Fails with the request's error; then the session is of no further use.</summary>
    public async Task StartAsync(Func<ImmutableArray<string>, IDisposable?> watch, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        await _gate.WaitAsync(both.Token);
        try
        {
            _status.Enter(SessionState.Starting);
            _plan.Warnings.ToList().ForEach(warning => Tell(EventKinds.Warning, "", warning));
            _sdk = _starter.FindSdk();
            _run = await _starter.StartAsync(_sdk, both.Token);
            _watcher = watch(_run.ProjectFiles);
            Tell(EventKinds.SessionStarted, "", $"{Path.GetFileName(_plan.ProjectPath)} runs under .NET SDK {_sdk.Version}.");
            ShowStart(_run);
            _cameUp = true;
        }
        catch (JsonRpcException exception)
        {
            _status.Enter(SessionState.Error, exception.Message);
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Reloads everything that the editor has, saved or not.</summary>
    public async Task<ReloadResult> ApplyAsync(CancellationToken cancellationToken)
    {
        // The text is taken before the first await: an edit that comes after this request is not part of it.
        _services.Buffers.PublishAll();
        return await ReloadAsync(ReloadCause.Manual, cancellationToken);
    }

    /// <summary>Ends the program and starts it again from a build of what is on disk, published text on top.</summary>
    public async Task<ReloadResult> RestartAsync(CancellationToken cancellationToken)
    {
        var started = _services.Time.GetTimestamp();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_run is { } old)
            {
                _run = null;
                _status.Enter(SessionState.Restarting);
                await old.DisposeAsync();
            }

            _run = await _starter.StartAsync(_sdk ??= _starter.FindSdk(), _stop.Token);
            var result = RestartReport.Create(_run, Id, _services.Buffers.Snapshot.Id, _numbers.Next(), _services.Time.GetElapsedTime(started));
            _services.Client.Result(result);
            ShowStart(_run, result.Id);
            return result;
        }
        catch (JsonRpcException exception)
        {
            _status.Enter(SessionState.Error, exception.Message);
            var result = RestartReport.Failed(Id, _services.Buffers.Snapshot.Id, _numbers.Next(), _services.Time.GetElapsedTime(started), exception.Message);
            _services.Client.Result(result);
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void SetPaused(PauseState pause)
    {
        _status.Change(status => status with { Paused = pause == PauseState.Paused });
        if (pause == PauseState.Running)
        {
            Trigger(ReloadCause.Manual);
        }
    }

    public void SetMode(ReloadMode mode)
    {
        _status.Change(status => status with { Mode = mode });
        if (mode == ReloadMode.Type)
        {
            _typing.Call(_services.Options.DebounceOnType);
        }
        else
        {
            _typing.Cancel();
        }
    }

    public async ValueTask WriteInputAsync(string text, CancellationToken cancellationToken)
    {
        foreach (var program in _run?.Programs.Running ?? [])
        {
            await program.WriteInputAsync(text, cancellationToken);
        }
    }

    /// <summary>A buffer changed on the user's screen.</summary>
    public void Typed()
    {
        if (_status.Current is { Mode: ReloadMode.Type, Paused: false })
        {
            _typing.Call(_services.Options.DebounceOnType);
        }
    }

    /// <summary>The text that reloads are made from has changed.</summary>
    public void Published(ReloadCause cause)
    {
        if (_status.Current is { Mode: not ReloadMode.Manual, Paused: false })
        {
            Trigger(cause);
        }
    }

    /// <summary>A file that says how the program is built has changed on disk.</summary>
    public void ProjectChanged(string path)
    {
        if (_run is not null)
        {
            _status.Enter(SessionState.RestartRequired, $"{Path.GetFileName(path)} changed; the program is rebuilt with it at a restart.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await _gate.WaitAsync(CancellationToken.None);
        _typing.Dispose();
        _watcher?.Dispose();
        if (_run is { } run)
        {
            await run.DisposeAsync();
            Tell(EventKinds.SessionStopped, "", $"{Path.GetFileName(_plan.ProjectPath)} was stopped.");
        }

        _run = null;

        // A session that never came up goes on showing why, until the next one starts.
        if (_cameUp || _status.Current.State != SessionState.Error)
        {
            TakeBackDiagnostics();
            _status.Enter(SessionState.Off);
        }

        _gate.Dispose();
    }

    /// <summary>Shows no diagnostics any more. May be called after the session's end.</summary>
    public void TakeBackDiagnostics() => _diagnostics.Show([]);

    void IReloadObserver.StageEntered(SnapshotId snapshot, PipelineStage stage)
    {
        if (stage == PipelineStage.Compiling)
        {
            Tell(EventKinds.ReloadStarted, snapshot.ToString(), "A reload has begun.");
        }

        _status.Enter(stage switch
        {
            PipelineStage.Compiling => SessionState.Compiling,
            PipelineStage.Applying => SessionState.Applying,
            PipelineStage.Pending => SessionState.Pending,
            _ => SessionState.Restarting,
        }, stage == PipelineStage.Pending
            ? "The program has not answered yet; it may be paused. Later edits are kept and follow."
            : "");
    }

    void IReloadObserver.Superseded(SnapshotId snapshot) =>
        Tell(EventKinds.ReloadSuperseded, snapshot.ToString(), "Newer text has overtaken a reload; its edits are part of the next one.");

    void IReloadObserver.Completed(ReloadResult result)
    {
        _services.Client.Result(result);
        _diagnostics.Show(result.Diagnostics);
        Tell(EventKinds.ReloadFinished, result.Snapshot.ToString(), result.Message);
        foreach (var failure in result.Processes.SelectMany(process => process.HandlerFailures))
        {
            Tell(EventKinds.HandlerFailed, result.Snapshot.ToString(), $"{failure.Handler} threw {failure.Error}");
        }

        var state = StateAfter(result.Outcome);
        _status.Change(status => status with
        {
            State = state, Message = result.Message, Generation = result.Generation, LastReload = result.Id,
        });
    }

    void IProgramObserver.Started(IRunningProgram program) =>
        Tell(EventKinds.ProgramStarted, Number(program.ProcessId), $"Process {program.ProcessId} was started.");

    void IProgramObserver.Wrote(ProgramOutput output) =>
        _services.Client.Output(new(Id, output.ProcessId, output.Kind, output.Text));

    void IProgramObserver.Loaded(ModuleReload module)
    {
        if (module.Outcome == ModuleOutcome.Failed)
        {
            Tell(EventKinds.Warning, "", $"{module.AssemblyName} was loaded and did not take its changes: {module.Error} Restart the program.");
        }
    }

    void IProgramObserver.Exited(IRunningProgram program, ProgramExit exit)
    {
        var message = $"The program ended{(exit.ExitCode is { } code ? $" with exit code {code}" : "")}.";
        Tell(EventKinds.ProgramExited, Number(program.ProcessId), message);
        if (!exit.Requested)
        {
            _status.Enter(SessionState.Exited, $"{message} The next change, or a restart, starts it again.");
        }
    }

    async Task<ReloadResult> ReloadAsync(ReloadCause cause, CancellationToken cancellationToken)
    {
        // While the program is started or restarted there is nothing to reload; the wait ends when it runs.
        await _gate.WaitAsync(cancellationToken);
        Task<ReloadResult> result;
        try
        {
            result = (_run ?? throw RequestFailure.Of(ErrorCodes.NotStarted, $"The program does not run: {_status.Current.Message} Restart it."))
                .Scheduler.RequestAsync(cause);
        }
        finally
        {
            _gate.Release();
        }

        return await result.WaitAsync(cancellationToken);
    }

    void Publish(ReloadCause cause)
    {
        if (_services.Buffers.PublishAll() == BufferUpdate.Published)
        {
            Trigger(cause);
        }
    }

    void Trigger(ReloadCause cause)
    {
        if (_run is { } run)
        {
            _ = ObserveAsync(run.Scheduler.RequestAsync(cause));
        }
    }

    /// <summary>A result is told by the pipeline itself; only what is no result is told here.</summary>
    async Task ObserveAsync(Task<ReloadResult> reload)
    {
        try
        {
            await reload;
        }
        catch (OperationCanceledException)
        {
            // The session ended or restarted before it; a restart takes its text along.
        }
        catch (Exception exception)
        {
            _services.Log.Error($"A reload failed by a fault of the server: {exception}");
            _status.Enter(SessionState.Error, $"A reload failed by a fault of the server: {exception.Message} Restart the program.");
        }
    }

    void ShowStart(SessionRun run, int reload = 0)
    {
        if (run.CatchUp is { } catchUp)
        {
            _services.Client.Result(catchUp);
        }

        _diagnostics.Show(run.CatchUp?.Diagnostics ?? []);
        var state = run.CatchUp is { } result ? StateAfter(result.Outcome) : SessionState.Ready;
        if (state == SessionState.Ready && !run.WarmUp.IsCompleted)
        {
            state = SessionState.Warming;
            _ = EndWarmingAsync(run);
        }

        _status.Change(status => status with
        {
            State = state, Message = run.CatchUp?.Message ?? "", Generation = run.Log.Current,
            LastReload = Math.Max(reload, run.CatchUp?.Id ?? 0),
        });
    }

    async Task EndWarmingAsync(SessionRun run)
    {
        await run.WarmUp;
        _status.Change(status => status.State == SessionState.Warming ? status with { State = SessionState.Ready } : status);
    }

    SessionState StateAfter(ReloadOutcome outcome) => outcome switch
    {
        ReloadOutcome.Held => SessionState.Held,
        ReloadOutcome.RestartRequired => SessionState.RestartRequired,
        _ when _run is { Programs.Running.IsEmpty: true } => SessionState.Exited,
        ReloadOutcome.Failed => SessionState.RestartRequired,
        _ => SessionState.Ready,
    };

    void Tell(string kind, string correlation, string message) => _services.Events.Publish(Id, kind, correlation, message);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
