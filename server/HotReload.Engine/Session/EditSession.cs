using System.Collections.Immutable;
using System.Diagnostics;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Declarations;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using HotReload.Engine.References;
using HotReload.Engine.Reporting;
using HotReload.Engine.State;
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
    readonly EditAnalysis _analysis;
    readonly EditForms _forms;
    readonly PendingReferences _references = new();
    readonly BoundedCompilation _compilation;
    readonly FirstCompilation _first;
    readonly int _warmUpPasses;
    readonly CancellationTokenSource _warmUpEnd = new();

    /// <summary>What the program runs, as the analysis sees it; and as the user wrote it.</summary>
    Solution _committed;
    Solution _text;
    PendingText? _pending;
    Task _warmUp = Task.CompletedTask;

    /// <summary>Not a tuple: the runtime would want Roslyn for the layout of this class, before its home is known.</summary>
    sealed record PendingText(Solution Committed, Solution Text);

    internal EditSession(
        IEncService service, Solution baseline, ProjectId startup, RuntimeCapabilities capabilities, FirstCompilation first, int warmUpPasses,
        ComparisonQueue comparisons, BoundedCompilation compilation)
    {
        (_service, _startup, _capabilities, _compilation, _first, _warmUpPasses) = (service, startup, capabilities, compilation, first, warmUpPasses);
        _committed = _text = baseline;
        Running = new(baseline);
        _overlay = new SolutionOverlay(baseline, new(baseline));
        _analysis = new EditAnalysis(service, startup, comparisons, capabilities, new KeptDeclarations(compilation));
        _forms = new(_analysis);
    }

    /// <summary>
    /// What the program has is not what a build would make of its text, as a full compilation has found only now. The next
    /// <see cref="CompileAsync"/> mends it, or says why it can't. Raised on any thread.
    /// </summary>
    public event Action? Doubted
    {
        add => _analysis.Doubted += value;
        remove => _analysis.Doubted -= value;
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
    /// compiled. A real edit that comes earlier ends it, save for the first compilation: it is a warm-up itself. The first task completes when
    /// one edit has gone through, however it ended; more follow until the JIT has optimized what they use, or their time is up.
    /// </summary>
    /// <param name="after">What it waits for.</param>
    public Task StartWarmUp(Task after)
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _warmUp = Task.Run(async () =>
        {
            try
            {
                await after.WaitAsync(_warmUpEnd.Token);
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
        await _first.WaitAsync(_warmUpEnd.Token);
        var clock = Stopwatch.StartNew();
        var (committed, text) = (_committed, _text);
        for (var pass = 0; pass < _warmUpPasses && clock.Elapsed < WarmUp.TimeLimit; pass++)
        {
            var edited = await WarmUp.EditAsync(committed, _startup, _warmUpEnd.Token);
            var change = await CompareAsync(edited, SnapshotId.None, 0, Haste.Now, _warmUpEnd.Token);
            if (change.Verdict == CompileVerdict.Ready)
            {
                Discard();
            }

            (_committed, _text) = (committed, text);
            first.TrySetResult();
        }
    }

    /// <inheritdoc/>
    public bool IsDoubted => _analysis.IsDoubted || !_references.IsEmpty;

    /// <summary>Adds references; the next compilation that somebody waits for takes them in. Safe to call from any thread.</summary>
    public void Add(AddedReferences references) => _references.Add(references);

    /// <inheritdoc/>
    public bool Reads(string path) => Running.Has(path);

    /// <inheritdoc/>
    public async Task<CompiledChange> CompileAsync(Snapshot snapshot, Haste haste, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await EndWarmUpAsync();
        if (!_first.IsOver && !_overlay.Has(snapshot))
        {
            await _first.NeedAsync(cancellationToken);
        }

        foreach (var added in haste.IsWanted ? _references.TakeAll() : [])
        {
            _overlay.Grow(added.AddTo);
            (_committed, _text) = (added.AddTo(_committed), added.AddTo(_text));
        }

        var change = _references.AddTo(await CompareAsync(_overlay.Lay(snapshot), snapshot.Id, clock.Elapsed.TotalMilliseconds, haste, cancellationToken), haste);
        _pending ??= change.Verdict == CompileVerdict.Ready ? new(_committed, _text) : null;
        Running.Take(_text);
        return UnplacedViews.Tell(change, _overlay.Unplaced);
    }

    /// <summary>What the program runs. Safe to ask from any thread.</summary>
    public RunningText Running { get; }

    /// <summary>Whether a file is, or would become, part of the program where it lies. Safe to ask from any thread.</summary>
    public bool Owns(string path) => _overlay.Owns(path);

    async Task<CompiledChange> CompareAsync(
        Solution wanted, SnapshotId snapshot, double textTime, Haste haste, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var late = haste.IsWanted ? _analysis.TakeLate(_committed) : null;
        var (written, solution, reason) = await _analysis.LayAsync(_committed, _text, wanted, cancellationToken);
        var changes = SolutionChange.Find(_committed, solution);
        if (late is not null || changes.IsEmpty)
        {
            return CompiledChange.WithoutDelta(snapshot, late?.Verdict ?? CompileVerdict.NoChange, late?.Diagnostics ?? [], textTime, 0);
        }

        if (reason is not null)
        {
            return CompiledChange.WithoutDelta(snapshot, CompileVerdict.RestartRequired, [reason], textTime, clock.Elapsed.TotalMilliseconds);
        }

        if (await BuildOnlyChanges.FindAsync(solution, changes, _startup, cancellationToken) is var (reached, found))
        {
            return CompiledChange.WithoutDelta(snapshot, reached, found, textTime, clock.Elapsed.TotalMilliseconds);
        }

        if (await _compilation.RunAsync(solution, changes.Projects, cancellationToken) is { } hang)
        {
            return CompiledChange.WithoutDelta(snapshot, CompileVerdict.Held, [hang], textTime, clock.Elapsed.TotalMilliseconds);
        }

        var compileTime = clock.Elapsed.TotalMilliseconds;
        var (before, beforeText) = (_committed, _text);
        var edit = await _forms.JudgeAsync(before, solution, written, haste, cancellationToken);
        var emitTime = clock.Elapsed.TotalMilliseconds - compileTime;

        // Not to be left alone: the service may hold a pending change that someone must commit or discard.
        _pending = edit.Pending is { } marked ? new(marked, wanted) : null;
        if (edit.Taken is { } taken)
        {
            (_committed, _text) = (taken, wanted);
        }

        changes = edit.Solution == solution ? changes : SolutionChange.Find(before, edit.Solution);
        return await new EditReport(before, edit, changes, beforeText, wanted).MakeAsync(snapshot, textTime, compileTime, emitTime);
    }

    /// <inheritdoc/>
    public void Commit()
    {
        _analysis.Commit();
        (_committed, _text) = _pending ?? throw new InvalidOperationException("No change is pending.");
        Running.Take(_text);
        _references.Commit();
        _pending = null;
    }

    /// <inheritdoc/>
    public void Discard()
    {
        _analysis.Discard();
        _pending = null;
    }

    public async ValueTask DisposeAsync()
    {
        await EndWarmUpAsync();
        await _first.DisposeAsync();
        if (_pending is not null)
        {
            // A reload that ended by a fault left it; the service would refuse to end.
            Discard();
        }

        await _analysis.DisposeAsync();
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
}
