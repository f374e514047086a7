using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Sessions;

/// <summary>One program under hot reload, from its start to its stop, across restarts.</summary>
internal sealed partial class HotReloadSession : IAsyncDisposable
{
    readonly SessionServices _services;
    readonly SessionPlans _plans;
    readonly SessionWatch _watch;
    readonly SessionStatus _status;
    readonly SessionRuns _runs;
    readonly DiagnosticsPublisher _diagnostics;
    readonly ReloadNumbers _numbers = new();
    readonly SessionGate _gate = new();
    readonly ReloadReports _reports;
    readonly ReloadTriggers _triggers;
    readonly AutoRestart _restarts;
    readonly ProjectChanges _projects;
    readonly BrowserLaunch _browser;
    readonly ProgramText _text;
    readonly SnapshotRing _snapshots;
    readonly RollbackPoints _points;
    readonly StateCarry _state;
    readonly UnattendedReloads _unattended;
    readonly SessionOrigin _origin;
    readonly SessionJournal _journal;
    readonly LostTexts _texts;
    readonly LostPrograms _lost;
    readonly ContentCopies _content;
    readonly SessionRecoveries _recoveries;
    readonly Lazy<Task> _end;
    (ReloadMode, bool)? _kept;
    bool _cameUp;

    public HotReloadSession(
        string id, SessionPlans plans, ReloadMode mode, SessionServices services, Func<SourcePlaces, DateTimeOffset, IDisposable> watch, SessionOrigin origin)
    {
        (Id, _plans, _services, _watch, _text) = (id, plans, services, new(watch, services.Time), new(services.Buffers));
        _status = new(services.Client, id, mode);
        _diagnostics = new(services.Diagnostics, id);
        _unattended = new(services.Log, _status);
        _restarts = new(services, _status, () => _ = _unattended.WatchAsync(Task.Run(() => RestartAsync(ReloadCause.Restart, RestartState.Keep, CancellationToken.None))));
        _projects = new(new BuildFiles(BuildFileText.Read), plans, _status, _diagnostics, _restarts);
        Pages = new(id, services, _status);
        var failures = new ChangeFailures(id, services, () => _ = _unattended.WatchAsync(Task.Run(() => RollBackAsync(RollbackState.Keep, CancellationToken.None))));
        _reports = new(id, services, _status, _diagnostics, _projects, _restarts, failures, Pages);
        _snapshots = new(services, id);
        _points = new(services, id);
        _reports.Entered += KeepPoint;
        _reports.Ended += _ => _points.Ended(_text.LastChange);
        _reports.Ended += result => _ = TakeSnapshotAfterAsync(result);
        _triggers = new(services, _status, _unattended, _text);
        var builds = new ProgramBuilds(services, id, plans, _status, _diagnostics);
        var programs = new ProgramReports(id, services, _status, _restarts, failures, Pages);
        _state = new(services, id, origin.Home?.FolderPath);
        (_content, _recoveries) = (new(services, id), new(id, services.Recoveries));
        (_origin, _journal) = (origin, new(origin.Home, _text, services.Log));
        var assembly = new RunAssembly(services, id, plans, _numbers, _text, _reports, programs, _state, Pages, _journal);
        var loading = new ProgramLoading(services, id, plans, _journal);
        var starter = new SessionStarter(services, plans, _status, loading, builds, _text, assembly, _journal);
        _texts = new(services, plans, _text);
        var recovery = new RunRecovery(services, plans, starter, assembly, _journal, _texts, programs);
        _lost = new(recovery, plans, services.Log, services.Time);
        _runs = new(starter, recovery, _projects, _triggers, _state);
        _projects.ReferencesAdded += new ReferenceAdditions(services, id, plans, loading, _projects, _gate, _runs, _triggers, _watch, _status).Begin;
        _browser = new(services.Client, services.Log, services.Time);
        _end = new(EndAsync);
    }

    public string Id { get; }

    public SessionPages Pages { get; }

    /// <summary>Full path of the project that is run.</summary>
    public string Project => _plans.Current.ProjectPath;

    public SessionInfo Info
    {
        get
        {
            var status = _status.Current;
            return new(
                Id, _plans.Current.Name, _plans.Current.ProjectPath, _plans.Current.LaunchProfile, status.Mode, status.Paused, status.State, status.Message,
                status.Generation, status.Processes, _plans.Current.Urls, _plans.Current.LaunchUrl, _runs.SdkVersion);
        }
    }

    /// <summary>Why the program must be restarted; null when it need not.</summary>
    public RestartNeed? RestartNeed => _status.Current.State == SessionState.RestartRequired
        ? new(Id, _plans.Current.Name, _reports.Reasons)
        : null;

    /// <summary>Whether the program runs a document; null when the file is no part of it.</summary>
    public DocumentStatus? Describe(string uri, string path, BufferView buffer)
    {
        // While the program is being restarted, what is known of its files is from before.
        var run = _runs.Last;
        var facts = run?.FindFacts(path, buffer, _text.FindHeld(path));
        return run is null || facts is not null ? new DocumentReport(uri, _plans.Current.Name, _status.Current).Of(buffer.Presence, facts) : null;
    }

    /// <summary>Brings the session up. Fails with the request's error; then the session is of no further use.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(cancellationToken);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _gate.Stopping);
        try
        {
            _status.Enter(SessionState.Starting);
            _plans.Current.Warnings.ToList().ForEach(warning => Tell(EventKinds.Warning, warning));
            var run = await _runs.StartAsync(both.Token);
            Tell(EventKinds.SessionStarted, $"{Path.GetFileName(_plans.Current.ProjectPath)} runs under .NET SDK {_runs.SdkVersion}.");
            ShowRun(run, restart: null);
            CameUp();
            // Not after a restart: then the page is open already.
            _ = _browser.OpenAsync(_plans.Current.LaunchUrl, run.Programs.Running, _gate.Stopping);
        }
        catch (JsonRpcException) when (cancellationToken.IsCancellationRequested)
        {
            // What fails because it was cancelled is no failure.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (JsonRpcException exception)
        {
            _status.Enter(SessionState.Error, exception.Message);
            throw;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw SessionGate.Stopped();
        }
    }

    /// <summary>
    /// Ends the program and starts it again with all published text in it: from memory, or from a build where project files have
    /// changed. What has errors leaves the program running as it is.
    /// </summary>
    public Task<ReloadResult> RestartAsync(RestartState state, CancellationToken cancellationToken)
    {
        // Whoever restarts by hand means all text, that which was rolled back, too.
        _text.Release();
        return RestartAsync(ReloadCause.Restart, state, cancellationToken);
    }

    async Task<ReloadResult> RestartAsync(ReloadCause cause, RestartState state, CancellationToken cancellationToken)
    {
        var started = _services.Time.GetTimestamp();
        using var turn = await _gate.EnterAsync(cancellationToken);
        return await RestartInTurnAsync(cause, state, started);
    }

    async Task<ReloadResult> RestartInTurnAsync(ReloadCause cause, RestartState state, long started)
    {
        _restarts.Begun();
        _watch.Begin();
        try
        {
            if (_runs.Current is not null)
            {
                _status.Enter(SessionState.Restarting);
            }
            var emitted = await _runs.EmitAsync(_gate.Stopping);
            if (emitted is { Errors.IsEmpty: false })
            {
                return _reports.Held(emitted.Errors, _numbers.Next(), _services.Time.GetElapsedTime(started));
            }

            await using var trial = await _runs.TryBuildAsync(emitted, _gate.Stopping);
            if (!trial.Errors.IsEmpty)
            {
                var held = _reports.Held(trial.Errors, _numbers.Next(), _services.Time.GetElapsedTime(started));
                _projects.Hold();
                return held;
            }

            _plans.Renew().ToList().ForEach(warning => Tell(EventKinds.Warning, warning));
            var change = _runs.Last?.Compare(_text.Snapshot) ?? [];
            var run = await _runs.ReplaceAsync(emitted, trial, state, _gate.Stopping);
            _text.Took(change);
            var result = RestartReport.Create(
                run, emitted, cause, await run.Programs.CarriedAsync(), Id, run.Attempt.Snapshot.Id, _numbers.Next(), _services.Time.GetElapsedTime(started));
            ShowRun(run, result);
            return result;
        }
        catch (JsonRpcException exception)
        {
            var result = RestartReport.Failed(Id, _services.Buffers.Snapshot.Id, _numbers.Next(), _services.Time.GetElapsedTime(started), exception.Message);
            _reports.NotStarted(result, exception.Message);
            _restarts.Failed(exception.Message);
            _projects.Fail();
            return result;
        }
        catch (OperationCanceledException)
        {
            throw SessionGate.Stopped();
        }
    }

    /// <summary>Ends the session; returns when its programs are gone. Whoever asks again waits for the same end.</summary>
    public async ValueTask DisposeAsync() => await _end.Value;

    /// <summary>Shows no diagnostics any more. May be called after the session's end.</summary>
    public void TakeBackDiagnostics() => _diagnostics.Show([]);

    void ShowRun(SessionRun run, ReloadResult? restart)
    {
        _watch.Follow(run.Places);
        _reports.Started(run, restart);
        _restarts.Ended(restart ?? run.CatchUp, run.Attempt.Snapshot);
        _projects.Run(run.BuildFiles, run.RestoreFiles);
        _triggers.Connect(run.Scheduler, run, run.Attempt.Snapshot.Id);
    }

    async Task EndAsync()
    {
        await _gate.DisposeAsync();
        _triggers.Dispose();
        _watch.Dispose();
        _state.Dispose();
        _snapshots.Dispose();
        _status.Changed -= KeepRecord;
        _points.Dispose();
        if (_runs.Current is not null)
        {
            await _runs.EndAsync();
            Tell(EventKinds.SessionStopped, $"{Path.GetFileName(Project)} was stopped.");
        }

        await _journal.DisposeAsync();

        // A session that never came up goes on showing why, until the next one starts.
        if (_cameUp || _status.Current.State != SessionState.Error)
        {
            TakeBackDiagnostics();
            _status.Change(status => status with { State = SessionState.Off, Message = "", Processes = [] });
        }
    }

    void Tell(string kind, string message) => _services.Events.Publish(Id, kind, "", message);
}
