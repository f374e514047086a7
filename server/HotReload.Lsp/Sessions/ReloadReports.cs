using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;

namespace HotReload.Lsp.Sessions;

/// <summary>Tells the client of one session's reloads: stages, results, diagnostics and the state that follows.</summary>
internal sealed class ReloadReports(
    string session, SessionServices services, SessionStatus status, DiagnosticsPublisher diagnostics, ProjectChanges projects, AutoRestart restarts,
    ChangeFailures failures, SessionPages pages) : IReloadObserver
{
    /// <summary>What in the source asks for a restart, by the last reload's word.</summary>
    public ImmutableArray<ReloadDiagnostic> Reasons { get; private set; } = [];

    /// <summary>The last reload's word.</summary>
    public ReloadResult? Last { get; private set; }

    /// <summary>A reload has come to a stage; raised before anything of that is done.</summary>
    public event Action<PipelineStage>? Entered;

    /// <summary>A reload has ended, and all of it has been told.</summary>
    public event Action<ReloadResult>? Ended;

    public void StageEntered(SnapshotId snapshot, PipelineStage stage)
    {
        Entered?.Invoke(stage);
        if (stage == PipelineStage.Compiling)
        {
            Tell(EventKinds.ReloadStarted, snapshot, "A reload has begun.");
        }

        status.Enter(stage switch
        {
            PipelineStage.Compiling => SessionState.Compiling,
            PipelineStage.Applying => SessionState.Applying,
            PipelineStage.Pending => SessionState.Pending,
            _ => SessionState.Restarting,
        }, stage == PipelineStage.Pending
            ? "The program has not answered yet; it may be paused. Later edits are kept and follow."
            : "");
    }

    public void Superseded(SnapshotId snapshot) =>
        Tell(EventKinds.ReloadSuperseded, snapshot, "Newer text has overtaken a reload; its edits are part of the next one.");

    public void Completed(ReloadResult result)
    {
        foreach (var asset in result.Page.Assets.Where(asset => asset.Outcome == AssetOutcome.NeedsBuild))
        {
            projects.Lack(asset.File);
        }

        services.Client.Result(result);
        pages.Completed(result);
        (Last, Reasons) = (result, RestartReasons.Of(result));
        diagnostics.Show(result.Diagnostics);
        Tell(EventKinds.ReloadFinished, result.Snapshot, result.Message);
        foreach (var failure in result.Processes.SelectMany(process => process.HandlerFailures))
        {
            Tell(EventKinds.HandlerFailed, result.Snapshot, $"{failure.Handler} threw {failure.Error}");
        }

        status.Change(before => RemindOfProjects(before with
        {
            State = StateAfter(result.Outcome, before), Message = result.Message, Generation = result.Generation, LastReload = result.Id,
        }));
        restarts.ReloadEnded(result);
        failures.ReloadEnded(result);
        Ended?.Invoke(result);
    }

    /// <summary>A restart was not begun: what it would be made from has errors, and what runs goes on.</summary>
    public ReloadResult Held(ImmutableArray<ReloadDiagnostic> errors, int id, TimeSpan took)
    {
        var result = RestartReport.Held(session, services.Buffers.Snapshot.Id, id, took, status.Current.Generation, errors);
        Completed(result);

        // Whoever has other sources of the compiler's errors has none of a restart's.
        diagnostics.ShowBuild(errors);
        return result;
    }

    /// <summary>The program has been started, or started again.</summary>
    /// <param name="run">What was started.</param>
    /// <param name="restart">The report of a restart; null at a first start.</param>
    public void Started(SessionRun run, ReloadResult? restart)
    {
        foreach (var result in new[] { run.CatchUp, restart }.OfType<ReloadResult>())
        {
            services.Client.Result(result);
        }

        if ((run.CatchUp ?? restart) is { } last)
        {
            pages.Completed(last);
        }

        Reasons = run.CatchUp is { } caught ? RestartReasons.Of(caught) : [];
        diagnostics.Show(run.CatchUp?.Diagnostics ?? []);
        status.Change(before => before with
        {
            State = StateAtStart(run, before),
            Message = run.CatchUp?.Message ?? "",
            Generation = run.Log.Current,
            LastReload = restart?.Id ?? run.CatchUp?.Id ?? before.LastReload,
        });
        _ = EndWarmingAsync(run);
    }

    /// <summary>The program could not be started again.</summary>
    public void NotStarted(ReloadResult restart, string reason)
    {
        services.Client.Result(restart);
        status.Change(before => before with { State = SessionState.Error, Message = reason, LastReload = restart.Id });
    }

    async Task EndWarmingAsync(SessionRun run)
    {
        await run.WarmUp;
        status.Change(before => before.State == SessionState.Warming ? before with { State = SessionState.Ready } : before);
    }

    /// <summary>What was made from old project files is not all that the user waits for; errors may be the old files' only.</summary>
    StatusParams RemindOfProjects(StatusParams after) => projects.Reason is { } reason && after.State is SessionState.Ready or SessionState.Held
        ? after with { State = SessionState.RestartRequired, Message = reason }
        : after;

    static SessionState StateAtStart(SessionRun run, StatusParams before)
    {
        var state = run.CatchUp is { } catchUp ? StateAfter(catchUp.Outcome, before) : SessionState.Ready;
        return state == SessionState.Ready && !run.WarmUp.IsCompleted ? SessionState.Warming : state;
    }

    static SessionState StateAfter(ReloadOutcome outcome, StatusParams before) => outcome switch
    {
        ReloadOutcome.Held => SessionState.Held,
        ReloadOutcome.RestartRequired => SessionState.RestartRequired,
        _ when before.Processes.IsEmpty => SessionState.Exited,
        ReloadOutcome.Failed => SessionState.RestartRequired,
        _ => SessionState.Ready,
    };

    void Tell(string kind, SnapshotId snapshot, string message) => services.Events.Publish(session, kind, snapshot.ToString(), message);
}
