using System.Collections.Immutable;
using System.Diagnostics;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>Compares snapshots with the text that the program runs, by Roslyn's own edit analysis.</summary>
public sealed class EditSession : IEditSession
{
    readonly IEncService _service;
    readonly RuntimeCapabilities _capabilities;
    readonly ProjectId _startup;
    readonly SolutionOverlay _overlay;
    readonly ColdComparison _cold;
    readonly int _warmUpPasses;
    readonly CancellationTokenSource _warmUpEnd = new();
    Solution _committed;
    volatile Solution _running;
    Solution? _pending;
    Task _warmUp = Task.CompletedTask;

    internal EditSession(IEncService service, Solution baseline, ProjectId startup, RuntimeCapabilities capabilities, int warmUpPasses)
    {
        _service = service;
        _committed = _running = baseline;
        _startup = startup;
        _capabilities = capabilities;
        _overlay = new SolutionOverlay(baseline);
        _cold = new ColdComparison(baseline);
        _warmUpPasses = warmUpPasses;
    }

    /// <summary>Takes the connected program's word for what its runtime can do.</summary>
    public async Task UseCapabilitiesAsync(ImmutableArray<string> capabilities)
    {
        if (_capabilities.Replace(capabilities))
        {
            await EndWarmUpAsync();
            _service.CapabilitiesChanged();
        }
    }

    /// <summary>
    /// Runs throw-away edits through the engine in the background, so that the first real one finds everything bound and
    /// compiled. A real edit that comes earlier ends it: it is a warm-up itself. The first task completes when one edit has
    /// gone through, however it ended; more follow until the JIT has optimized what they use, or their time is up.
    /// </summary>
    public Task StartWarmUp()
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _warmUp = Task.Run(async () =>
        {
            try
            {
                await WarmUpAsync(first);
            }
            catch (OperationCanceledException) when (_warmUpEnd.IsCancellationRequested)
            {
                // Something real is waiting.
            }
            finally
            {
                first.TrySetResult();
            }
        });
        return first.Task;
    }

    async Task WarmUpAsync(TaskCompletionSource first)
    {
        var clock = Stopwatch.StartNew();
        var committed = _committed;
        for (var pass = 0; pass < _warmUpPasses && clock.Elapsed < WarmUp.TimeLimit; pass++)
        {
            var edited = await WarmUp.EditAsync(committed, _startup, _warmUpEnd.Token);
            var change = await CompareAsync(edited, SnapshotId.None, 0, _warmUpEnd.Token);
            if (change.Verdict == CompileVerdict.Ready)
            {
                Discard();
            }

            _committed = committed;
            first.TrySetResult();
        }
    }

    /// <inheritdoc/>
    public async Task<CompiledChange> CompileAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await EndWarmUpAsync();
        var solution = _overlay.Lay(snapshot);
        var change = await CompareAsync(solution, snapshot.Id, clock.Elapsed.TotalMilliseconds, cancellationToken);
        _running = _committed;
        return _overlay.Unplaced.IsEmpty ? change : AddUnplaced(change);
    }

    /// <summary>The text of a file that the program runs; null when it does not have the file. Safe to ask from any thread.</summary>
    public string? FindText(string path)
    {
        // Not the committed solution itself: a warm-up lays its throw-away edits there for a while.
        var running = _running;
        return running.GetDocumentIdsWithFilePath(path)
            .Select(id => TextPinning.Find(running, id) is { } document && document.TryGetText(out var text) ? text.ToString() : null)
            .FirstOrDefault(text => text is not null);
    }

    /// <summary>Whether a new file would become part of the program where it lies. Safe to ask from any thread.</summary>
    public bool Owns(string path) => NewFiles.IsInside(_running, path);

    /// <summary>A new view is part of the program only when its project is evaluated again.</summary>
    CompiledChange AddUnplaced(CompiledChange change) => change with
    {
        Verdict = change.Verdict == CompileVerdict.NoChange ? CompileVerdict.RestartRequired : change.Verdict,
        Diagnostics = change.Diagnostics.AddRange(_overlay.Unplaced.Select(path => new ReloadDiagnostic(
            "HR1003", HotReload.Core.Reload.DiagnosticSeverity.Warning,
            $"{Path.GetFileName(path)} is new; it becomes part of the program with a restart.", path, default, null))),
    };

    async Task<CompiledChange> CompareAsync(
        Solution solution, SnapshotId snapshot, double textTime, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var changes = SolutionChange.Find(_committed, solution);
        if (changes.IsEmpty)
        {
            return Nothing(snapshot, textTime);
        }

        foreach (var project in changes.Projects)
        {
            await solution.GetProject(project)!.GetCompilationAsync(cancellationToken);
        }

        var compileTime = clock.Elapsed.TotalMilliseconds;
        var updates = await GuardedAnalysis.RunAsync(_service, solution, _startup, cancellationToken);
        var emitTime = clock.Elapsed.TotalMilliseconds - compileTime;

        // Not to be left alone: from here on the service holds a pending change that someone must commit or discard.
        var before = _committed;
        var diagnostics = DiagnosticMapping.Map(updates, solution);
        var verdict = Judge(updates, diagnostics);
        if (verdict is CompileVerdict.Ready or CompileVerdict.NoChange)
        {
            (verdict, diagnostics) = Add(await VerifyAsync(solution, updates, verdict, cancellationToken), verdict, diagnostics);
        }

        Settle(updates, verdict, solution);
        if (verdict == CompileVerdict.RestartRequired
            && await CompileErrors.FindAsync(solution, changes, cancellationToken) is { IsEmpty: false } errors)
        {
            // A restart would fail to build: the errors come first.
            (verdict, diagnostics) = (CompileVerdict.Held, errors);
        }

        // Text with errors parses into other members than its author means.
        var members = verdict == CompileVerdict.Held
            ? []
            : await MemberDiff.FindAsync(before, solution, changes, CancellationToken.None);
        var newState = await NewState.FindAsync(solution, members, CancellationToken.None);
        return new(
            snapshot, verdict, verdict == CompileVerdict.Ready ? updates.Deltas : [], members,
            diagnostics, StateFinding.Find(verdict, members, newState), textTime, compileTime, emitTime);
    }

    async Task<ColdFinding> VerifyAsync(Solution solution, EncUpdates updates, CompileVerdict verdict, CancellationToken cancellationToken)
    {
        try
        {
            return await _cold.CompareAsync(solution, verdict == CompileVerdict.Ready, cancellationToken);
        }
        catch (OperationCanceledException) when (updates.Status == EncStatus.Ready)
        {
            _service.Discard();
            throw;
        }
    }

    static (CompileVerdict Verdict, ImmutableArray<ReloadDiagnostic> Diagnostics) Add(
        ColdFinding finding, CompileVerdict verdict, ImmutableArray<ReloadDiagnostic> diagnostics) => finding switch
    {
        { Errors.IsEmpty: false } => (CompileVerdict.Held, finding.Errors),
        { Stale.IsEmpty: false } => (CompileVerdict.RestartRequired, diagnostics.AddRange(finding.Stale)),
        _ => (verdict, diagnostics),
    };

    /// <inheritdoc/>
    public void Commit()
    {
        _service.Commit();
        _cold.Commit();
        _committed = _pending ?? throw new InvalidOperationException("No change is pending.");
        _running = _committed;
        _pending = null;
    }

    /// <inheritdoc/>
    public void Discard()
    {
        _service.Discard();
        _pending = null;
    }

    public async ValueTask DisposeAsync()
    {
        await EndWarmUpAsync();
        if (_pending is not null)
        {
            // A reload that ended by a fault left it; the service would refuse to end.
            Discard();
        }

        _service.EndSession();
        _warmUpEnd.Dispose();
    }

    async Task EndWarmUpAsync()
    {
        if (!_warmUp.IsCompleted)
        {
            await _warmUpEnd.CancelAsync();
        }

        // What fails here fails on the real edit too, and is told there.
        await _warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    static CompiledChange Nothing(SnapshotId snapshot, double textTime) =>
        new(snapshot, CompileVerdict.NoChange, [], [], [], StateSummary.Untouched, textTime, 0, 0);

    static CompileVerdict Judge(EncUpdates updates, ImmutableArray<ReloadDiagnostic> diagnostics) => updates switch
    {
        { Status: EncStatus.Blocked } when CompileErrors.MayBeOfDelta(diagnostics) => CompileVerdict.RestartRequired,
        { Status: EncStatus.Blocked } => CompileVerdict.Held,
        { ProjectsToRestart.IsEmpty: false } or { ProjectsToRebuild.IsEmpty: false } => CompileVerdict.RestartRequired,
        { Status: EncStatus.Ready, Deltas.IsEmpty: false } => CompileVerdict.Ready,
        _ => CompileVerdict.NoChange,
    };

    void Settle(EncUpdates updates, CompileVerdict verdict, Solution solution)
    {
        if (verdict == CompileVerdict.Ready)
        {
            _pending = solution;
        }
        else if (updates.Status == EncStatus.Ready)
        {
            _service.Discard();
        }
        else if (verdict == CompileVerdict.NoChange)
        {
            // The service itself takes a change without meaning (a comment) as its new baseline.
            _committed = solution;
        }
    }
}
