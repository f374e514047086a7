using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Declarations;
using HotReload.Engine.Declarations.Restatements;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>
/// Judges an edit: by Roslyn's edit analysis, and where the edit reaches further than that looks, by a full compilation. Code that was not
/// edited and means something else now is compiled into the delta, too, where it can be.
/// </summary>
internal sealed class EditAnalysis(
    IEncService service, ProjectId startup, ComparisonQueue comparisons, RuntimeCapabilities capabilities, KeptDeclarations declarations) : IAsyncDisposable
{
    readonly EncQuestions _service = new(service, startup);
    readonly AttributeRows _attributes = new();
    readonly DeltaRefusals _refusals = new(() => capabilities.TakesMethodsInGenericTypes);
    readonly LateFindings _late = new();

    /// <summary>The projects that a delta has left with errors elsewhere: until those are mended, nothing can be built of their text.</summary>
    IReadOnlyList<ProjectId> _broken = [];

    Task<ColdFinding>? _unconfirmed;
    Recompilation _recompilation = Recompilation.None;
    Recompilation? _pending;
    WrittenEdits? _written;
    Restatement? _restated;

    /// <summary>Something that the program has is not what a build would make of its text. The next analysis mends it, or says why it can't.</summary>
    public event Action? Doubted
    {
        add => _late.Found += value;
        remove => _late.Found -= value;
    }

    /// <inheritdoc cref="EditSession.IsDoubted"/>
    public bool IsDoubted => !_late.IsEmpty;

    /// <summary>
    /// What the program is to run as this sees it, with what it had to add to the user's text; and with the declarations that the program keeps from
    /// what it runs, as this saw it and as the user wrote it. And why the program must be started anew instead, if it must.
    /// </summary>
    public async Task<(Solution Written, Solution Laid, ReloadDiagnostic? Reason)> LayAsync(Solution before, Solution formerText, Solution solution, CancellationToken cancellationToken)
    {
        var written = await _recompilation.LayAsync(solution, cancellationToken);
        var (laid, reason) = await declarations.LayAsync(before, formerText, written, solution, cancellationToken);
        return (written, laid, reason);
    }

    /// <summary>Takes in what was found about deltas that the program has already.</summary>
    /// <returns>What no delta can mend; null where there is nothing.</returns>
    public AnalyzedEdit? TakeLate(Solution committed)
    {
        while (_late.TryTake(out var finding))
        {
            if (!finding.Errors.IsEmpty)
            {
                _broken = finding.Broken;
                return new(committed, CompileVerdict.Held, [], finding.Errors, null, null);
            }

            if (!finding.Unseen.IsEmpty || _recompilation.With(finding.Stale) is not { } recompilation)
            {
                // It stays true until the program is started anew.
                _late.PutBack(finding);
                return new(committed, CompileVerdict.RestartRequired, [], finding.Reasons, null, null);
            }

            _recompilation = recompilation;
        }

        return null;
    }

    /// <summary>Judges an edit. Cancelled, it leaves everything as it was.</summary>
    /// <param name="before">What the program runs, as this saw it.</param>
    /// <param name="restatement">The same, declared as it is to be, if it is to be put so.</param>
    /// <param name="solution">What it is to run, as this sees it.</param>
    /// <param name="changes">Where the two differ.</param>
    /// <param name="haste">Whether a comparison may take its time.</param>
    /// <param name="cancellationToken">See above.</param>
    public async Task<AnalyzedEdit> RunAsync(
        Solution before, Restatement? restatement, Solution solution, SolutionChange changes, Haste haste, CancellationToken cancellationToken)
    {
        _restated = restatement;
        (_pending, _unconfirmed, _written) = (null, null, null);

        // Whoever had the last answer and neither committed nor discarded it has no use for it, as a replay that came to something else; the
        // service would refuse all edits from then on.
        _service.Drop();
        if (await CompileErrors.FindAsync(solution, _broken, cancellationToken) is { IsEmpty: false } errors)
        {
            return new(solution, CompileVerdict.Held, [], errors, null, null);
        }

        _broken = [];
        var edits = _written = await WrittenEdits.FindAsync(before, solution, changes, cancellationToken);
        if (await DeltaRefusals.FindAheadAsync(edits, before, solution, cancellationToken) is { } lost)
        {
            return await EndAsync(solution, EncUpdates.None, CompileVerdict.RestartRequired, [lost], changes, cancellationToken);
        }

        var callers = (await FormerCallers.FindAsync(edits, before, solution, cancellationToken)).With(_restated?.Members ?? []);
        var withCallers = callers.TakeAlong(_recompilation);
        if (await RecompileAsync(withCallers, before, solution, callers.AreAll, haste, cancellationToken) is { } whole)
        {
            return whole;
        }

        if (callers.Members.Count > 0 && (withCallers is null || _restated is not null))
        {
            return await EndAsync(solution, EncUpdates.None, CompileVerdict.RestartRequired, callers.Reasons, changes, cancellationToken);
        }

        var updates = await GetUpdatesAsync(before, solution, cancellationToken);
        var verdict = EncVerdict.Of(updates);
        if (verdict is not (CompileVerdict.Ready or CompileVerdict.NoChange))
        {
            return await EndAsync(solution, updates, verdict, [], changes, cancellationToken);
        }

        if (await _refusals.FindAsync(edits, before, solution, changes, updates, _attributes) is { } refusal)
        {
            return await EndAsync(solution, updates, CompileVerdict.RestartRequired, [refusal], changes, cancellationToken);
        }

        var finding = await CompareAsync(before, solution, changes, edits with { LeaveCallers = !callers.AreNone || TakesTypes }, updates, haste, cancellationToken);
        if (finding.IsEmpty)
        {
            return await EndAsync(solution, updates, verdict, [], changes, cancellationToken);
        }

        if (!finding.Errors.IsEmpty)
        {
            _service.Drop();
            return new(solution, CompileVerdict.Held, [], finding.Errors, null, null);
        }

        var recompilation = finding.Unseen.IsEmpty ? _recompilation.With(finding.Stale) : null;
        return await RecompileAsync(recompilation, before, solution, areAll: true, haste, cancellationToken)
            ?? await EndAsync(solution, updates, CompileVerdict.RestartRequired, finding.Reasons, changes, cancellationToken);
    }

    /// <summary>The program runs the pending edit.</summary>
    public void Commit()
    {
        _service.Commit();
        _recompilation = _pending ?? _recompilation;
        _refusals.Take(_written ?? WrittenEdits.None);
        if (_unconfirmed is { } comparison)
        {
            _late.Await(comparison);
        }

        _unconfirmed = null;
    }

    /// <summary>The program does not run the pending edit.</summary>
    public void Discard()
    {
        _unconfirmed = null;
        _service.Drop();
    }

    /// <summary>Ends what goes on in the background.</summary>
    public ValueTask DisposeAsync() => comparisons.DisposeAsync();

    /// <summary>A delta with the stale members in it, or as many of them as are known; null where there is none.</summary>
    async Task<AnalyzedEdit?> RecompileAsync(Recompilation? recompilation, Solution before, Solution solution, bool areAll, Haste haste, CancellationToken cancellationToken)
    {
        if (recompilation is null)
        {
            return null;
        }

        _service.Drop();
        var marked = await recompilation.LayAsync(solution, cancellationToken);
        var changes = SolutionChange.Find(before, marked);
        var edits = await WrittenEdits.FindAsync(before, marked, changes, cancellationToken);
        var updates = await GetUpdatesAsync(before, marked, cancellationToken);
        if (EncVerdict.Of(updates) == CompileVerdict.Ready
            && await _refusals.FindAsync(edits, before, marked, changes, updates, _attributes) is null
            && (await CompareAsync(before, marked, changes, edits with { LeaveCallers = !areAll || TakesTypes }, updates, haste, cancellationToken)).IsEmpty)
        {
            _pending = recompilation;
            return new(marked, CompileVerdict.Ready, _attributes.Mend(updates.Deltas, marked), DiagnosticMapping.Map(updates, marked), marked, null);
        }

        _service.Drop();
        return null;
    }

    async Task<ColdFinding> CompareAsync(
        Solution before, Solution solution, SolutionChange changes, WrittenEdits edits, EncUpdates updates, Haste haste, CancellationToken cancellationToken)
    {
        try
        {
            // Without a delta nothing at all may differ, save what was restated.
            var deltas = EncVerdict.Of(updates) == CompileVerdict.Ready || _restated is not null ? new DeltaSet(updates.Deltas) : null;
            var (finding, comparison) = await comparisons.BeginAsync(before, solution, changes, edits, deltas, haste, cancellationToken);
            _unconfirmed = finding is null ? comparison : null;
            return finding ?? ColdFinding.Nothing;
        }
        catch
        {
            // Cancelled or failed: nothing is left pending behind the caller's back.
            _service.Drop();
            throw;
        }
    }

    async Task<AnalyzedEdit> EndAsync(
        Solution solution, EncUpdates updates, CompileVerdict verdict, ImmutableArray<ReloadDiagnostic> reasons, SolutionChange changes,
        CancellationToken cancellationToken)
    {
        var diagnostics = DiagnosticMapping.Map(updates, solution).AddRange(reasons);
        switch (verdict)
        {
            case CompileVerdict.Ready:
                return new(solution, verdict, _attributes.Mend(updates.Deltas, solution), diagnostics, solution, null);
            case CompileVerdict.NoChange:
                // The service itself takes a change without meaning (a comment) as its new baseline.
                _service.Drop();
                return new(solution, verdict, [], diagnostics, null, updates.Status == EncStatus.Ready ? null : solution);
        }

        _service.Drop();
        if (verdict == CompileVerdict.RestartRequired
            && await ErrorsInReach.FindAsync(solution, changes, cancellationToken) is { IsEmpty: false } errors)
        {
            // A restart would fail to build: the errors come first.
            (verdict, diagnostics) = (CompileVerdict.Held, errors.AddRange(CompileErrors.FailedGenerators(diagnostics)));
        }

        return new(solution, verdict, [], diagnostics, null, null);
    }

    bool TakesTypes => _restated?.TakesTypes == true;

    Task<EncUpdates> GetUpdatesAsync(Solution before, Solution solution, CancellationToken cancellationToken) => _service.AskAsync(
        _restated?.Before ?? before, _restated is not null, solution, failure => AnalysisFailure.Describe(failure, _written ?? WrittenEdits.None), cancellationToken);
}
