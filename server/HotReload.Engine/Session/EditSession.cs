using System.Collections.Immutable;
using System.Diagnostics;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>Compares snapshots with the text that the program runs, by Roslyn's own edit analysis.</summary>
public sealed class EditSession : IEditSession
{
    readonly IEncService _service;
    readonly RuntimeCapabilities _capabilities;
    readonly ProjectId _startup;
    readonly SolutionOverlay _overlay;
    Solution _committed;
    Solution? _pending;

    internal EditSession(IEncService service, Solution baseline, ProjectId startup, RuntimeCapabilities capabilities)
    {
        _service = service;
        _committed = baseline;
        _startup = startup;
        _capabilities = capabilities;
        _overlay = new SolutionOverlay(baseline);
    }

    /// <summary>Takes the connected program's word for what its runtime can do.</summary>
    public void UseCapabilities(ImmutableArray<string> capabilities)
    {
        if (_capabilities.Replace(capabilities))
        {
            _service.CapabilitiesChanged();
        }
    }

    /// <summary>
    /// Runs one throw-away edit through the engine, so that the first real one finds everything compiled and loaded.
    /// </summary>
    public Task WarmUpAsync(CancellationToken cancellationToken) =>
        WarmUp.RunAsync(_service, _committed, _startup, cancellationToken);

    /// <inheritdoc/>
    public async Task<CompiledChange> CompileAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var solution = _overlay.Lay(snapshot);
        var changes = SolutionChange.Find(_committed, solution);
        var textTime = clock.Elapsed.TotalMilliseconds;
        if (changes.IsEmpty)
        {
            return Nothing(snapshot, textTime);
        }

        foreach (var project in changes.Projects)
        {
            await solution.GetProject(project)!.GetCompilationAsync(cancellationToken);
        }

        var compileTime = clock.Elapsed.TotalMilliseconds - textTime;
        var updates = await _service.GetUpdatesAsync(solution, [_startup], cancellationToken);
        var emitTime = clock.Elapsed.TotalMilliseconds - textTime - compileTime;
        var verdict = Judge(updates);
        var before = _committed;
        Settle(updates, verdict, solution);
        var diagnostics = DiagnosticMapping.Map(updates, solution);
        if (verdict == CompileVerdict.RestartRequired
            && await CompileErrors.FindAsync(solution, changes, cancellationToken) is { IsEmpty: false } errors)
        {
            // A restart would fail to build: the errors come first.
            (verdict, diagnostics) = (CompileVerdict.Held, errors);
        }

        var members = await MemberDiff.FindAsync(before, solution, changes, cancellationToken);
        return new(
            snapshot.Id, verdict, verdict == CompileVerdict.Ready ? updates.Deltas : [], members,
            diagnostics, StateFinding.Find(verdict, members), textTime, compileTime, emitTime);
    }

    /// <inheritdoc/>
    public void Commit()
    {
        _service.Commit();
        _committed = _pending ?? throw new InvalidOperationException("No change is pending.");
        _pending = null;
    }

    /// <inheritdoc/>
    public void Discard()
    {
        _service.Discard();
        _pending = null;
    }

    public ValueTask DisposeAsync()
    {
        _service.EndSession();
        return ValueTask.CompletedTask;
    }

    static CompiledChange Nothing(Snapshot snapshot, double textTime) =>
        new(snapshot.Id, CompileVerdict.NoChange, [], [], [], StateSummary.Untouched, textTime, 0, 0);

    static CompileVerdict Judge(EncUpdates updates) => updates switch
    {
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
