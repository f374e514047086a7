using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Core.State;

namespace HotReload.Core.Pipeline;

/// <summary>
/// One reload from snapshot to report: compile, decide, apply, commit. It alone decides; the stages return values and
/// never call each other.
/// </summary>
/// <remarks>The options are asked for anew by each reload: the user may change them while the program runs.</remarks>
public sealed class ReloadPipeline(
    string session,
    IEditSession editSession,
    IProgramHost programs,
    GenerationLog log,
    ProgramText text,
    IReloadObserver observer,
    ReloadNumbers numbers,
    TimeProvider time,
    Func<PipelineOptions> options,
    IAssetSource assets)
{
    readonly AssetRung _assets = new(assets, programs, time);
    volatile bool _poisoned;
    volatile ReloadAttempt _attempt = ReloadAttempt.None;

    /// <summary>What is told of each generation, besides the program.</summary>
    public IGenerationJournal Journal { get; init; } = NoJournal.Instance;

    /// <summary>What was tried last. Safe to ask from any thread.</summary>
    public ReloadAttempt Attempt => _attempt;

    /// <summary>Whether a program has refused a delta, and gets no other before a restart. Safe to ask from any thread.</summary>
    public bool IsPoisoned => _poisoned;

    /// <summary>Makes one reload of the newest text.</summary>
    /// <exception cref="OperationCanceledException">The window was cancelled; the text is part of the next reload.</exception>
    public async Task<ReloadResult> ReloadAsync(ReloadCause cause, CompileWindow window)
    {
        if (cause == ReloadCause.Manual)
        {
            // Whoever asks for all text by hand means what was rolled back, too.
            text.Release();
        }

        var snapshot = text.Snapshot;
        var report = Begin(snapshot, cause);
        var last = _attempt;
        _attempt = new(snapshot, null);
        await _assets.RunAsync(snapshot, options().PendingAfter);
        var result = text.OutOfStep is [var first, ..]
            ? report.Held($"{first} is out of step with the editor; the reload waits for its full text.", log.Current)
            : NeedsNoCompiler(last, snapshot, cause) ? AssetsAlone(report)
            : await ReloadOrYieldAsync(snapshot, report, window);
        _attempt = new(snapshot, result.Outcome);
        observer.Completed(result);
        return result;
    }

    /// <summary>
    /// Brings a program that is about to start to the newest text: what the disk does not have is committed now and
    /// replayed before the program's own code runs. Starts nothing and reports nothing; null when there is nothing to catch up
    /// with.
    /// </summary>
    public async Task<ReloadResult?> CatchUpAsync(CompileWindow window)
    {
        var snapshot = text.Snapshot;
        var result = snapshot.Texts.IsEmpty ? null : await CatchUpAsync(snapshot, window);
        _attempt = new(snapshot, result?.Outcome ?? ReloadOutcome.NoChange);
        return result;
    }

    async Task<ReloadResult?> CatchUpAsync(Snapshot snapshot, CompileWindow window)
    {
        var report = Begin(snapshot, ReloadCause.Restart);
        var change = await editSession.CompileAsync(snapshot, Haste.Now, window.Token);
        report.Add(change);
        if (change.Verdict != CompileVerdict.Ready)
        {
            return change.Verdict == CompileVerdict.NoChange ? null : report.NotApplied(change.Verdict, log.Current);
        }

        var generation = log.Next(change.Deltas) with { Assemblies = change.Assemblies };
        Journal.Add(generation, change.Texts);
        Commit(generation);
        return report.Applied(log.Current);
    }

    ReportBuilder Begin(Snapshot snapshot, ReloadCause cause) =>
        new(numbers, session, snapshot.Id, cause, new PhaseClock(time));

    /// <summary>Where the program runs all code of the text before, and only static files have changed, nobody waits for a compiler.</summary>
    bool NeedsNoCompiler(ReloadAttempt last, Snapshot snapshot, ReloadCause cause) =>
        last.Outcome is ReloadOutcome.Applied or ReloadOutcome.NoChange
        && cause is ReloadCause.Save or ReloadCause.Disk or ReloadCause.Keystroke
        && !programs.Running.IsEmpty && !editSession.IsDoubted
        && _assets.IsAllBetween(last.Snapshot, snapshot, editSession.Reads);

    ReloadResult AssetsAlone(ReportBuilder report)
    {
        report.Add(_assets.TakeReport());
        return report.NotApplied(CompileVerdict.NoChange, log.Current);
    }

    async Task<ReloadResult> ReloadOrYieldAsync(Snapshot snapshot, ReportBuilder report, CompileWindow window)
    {
        try
        {
            return await ReloadAsync(snapshot, report, window);
        }
        catch (OperationCanceledException) when (window.IsCancelled)
        {
            observer.Superseded(snapshot.Id);
            throw;
        }
    }

    async Task<ReloadResult> ReloadAsync(Snapshot snapshot, ReportBuilder report, CompileWindow window)
    {
        observer.StageEntered(report.Snapshot, PipelineStage.Compiling);
        var change = Want(await editSession.CompileAsync(snapshot, Haste.Now, window.Token));
        report.Add(change);
        report.Add(_assets.TakeReport());
        if (change.Verdict != CompileVerdict.Ready)
        {
            if (change.Verdict == CompileVerdict.NoChange)
            {
                return programs.Running.IsEmpty ? await WakeAsync(report, window) : report.NotApplied(change.Verdict, log.Current);
            }

            await Task.Delay(SettleTime(report.Cause), time, window.Token);
            return report.NotApplied(change.Verdict, log.Current);
        }

        if (!window.TryClose())
        {
            editSession.Discard();
            throw new OperationCanceledException(window.Token);
        }

        // What comes back was there before: it has nothing more to be rolled back to.
        var generation = log.Next(change.Deltas) with
        {
            Assemblies = change.Assemblies,
            SearchTime = options().NewFieldsBudget,
            WatchesThrows = report.Cause != ReloadCause.Rollback && options().RollbackOnException != RollbackPolicy.Never,
        };
        var running = programs.Running;
        if (running.IsEmpty)
        {
            return await RelaunchAsync(generation, change, report);
        }

        if (_poisoned || programs.Fault is not null)
        {
            editSession.Discard();
            return report.Poisoned(programs.Fault, log.Current);
        }

        return await ApplyAsync(generation, change, running, report);
    }

    CompiledChange Want(CompiledChange change) => options().NewFields == NewFieldsPolicy.Initialize ? change : change with
    {
        Deltas = [.. change.Deltas.Select(delta => delta with { NewState = [] })],
        State = StateOutcome.WithoutPlan(change.State),
    };

    TimeSpan SettleTime(ReloadCause cause)
    {
        var (settle, onDisk) = (options().Settle, options().SettleOnDisk);
        return cause == ReloadCause.Disk && onDisk > settle ? onDisk : settle;
    }

    async Task<ReloadResult> ApplyAsync(
        Generation generation, CompiledChange change, ImmutableArray<IRunningProgram> running, ReportBuilder report)
    {
        observer.StageEntered(report.Snapshot, PipelineStage.Applying);
        var answers = await AwaitAnswersAsync(generation, change, running, report.Snapshot);
        report.Add(answers);
        if (!answers.All(answer => answer.Succeeded))
        {
            // What some process did not take is not the program's text. A process that refused a delta can't be
            // trusted with another; one that died is started again.
            editSession.Discard();
            _poisoned = answers.Any(answer => !answer.Succeeded && answer.Error is null) || answers.Any(answer => answer.Succeeded);
            return report.Failed(log.Current);
        }

        Commit(generation);
        text.Took(change.Texts);
        return report.Applied(log.Current);
    }

    async Task<ProcessReload[]> AwaitAnswersAsync(
        Generation generation, CompiledChange change, ImmutableArray<IRunningProgram> running, SnapshotId snapshot)
    {
        // Before any program can have it: what is in a program and not in the journal could not be gone on with.
        Journal.Add(generation, change.Texts);

        // An apply can't be taken back, so nothing cancels it; a process that dies answers by dying.
        var answers = Task.WhenAll(running.Select(program => program.ApplyAsync(generation, CancellationToken.None)));
        try
        {
            return await answers.WaitAsync(options().PendingAfter, time);
        }
        catch (TimeoutException)
        {
            observer.StageEntered(snapshot, PipelineStage.Pending);
            return await answers;
        }
    }

    /// <summary>Nothing has changed, but nothing runs either: whoever asks by hand wants it to run.</summary>
    Task<ReloadResult> WakeAsync(ReportBuilder report, CompileWindow window) =>
        report.Cause == ReloadCause.Manual && window.TryClose()
            ? LaunchAsync(report)
            : Task.FromResult(report.Ended(log.Current));

    Task<ReloadResult> RelaunchAsync(Generation generation, CompiledChange change, ReportBuilder report)
    {
        // No process can refuse it: the program starts with this generation already in it.
        Journal.Add(generation, change.Texts);
        Commit(generation);
        text.Took(change.Texts);
        return LaunchAsync(report);
    }

    async Task<ReloadResult> LaunchAsync(ReportBuilder report)
    {
        // What poisoned an earlier process has ended with it.
        _poisoned = false;
        observer.StageEntered(report.Snapshot, PipelineStage.Relaunching);
        return await programs.RelaunchAsync(CancellationToken.None) is { } error
            ? report.RelaunchFailed(error, log.Current)
            : report.Relaunched(log.Current, await programs.CarriedAsync());
    }

    void Commit(Generation generation)
    {
        editSession.Commit();
        log.Add(generation);
    }
}
