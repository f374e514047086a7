using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Calls;
using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Core.Pipeline;

/// <summary>Collects what the stages say and words the report.</summary>
internal sealed class ReportBuilder(
    ReloadNumbers numbers, string session, SnapshotId snapshot, ReloadCause cause, PhaseClock clock)
{
    CompiledChange? _change;
    ImmutableArray<ProcessReload> _processes = [];
    PageReload _page = PageReload.None;

    public SnapshotId Snapshot => snapshot;

    public ReloadCause Cause => cause;

    public void Add(CompiledChange change) => _change = change;

    public void Add(ProcessReload[] processes) => _processes = [.. processes];

    public void Add(PageReload page) => _page = page;

    public ReloadResult Applied(int generation)
    {
        var pending = _processes.SelectMany(process => process.Modules).Count(module => module.Outcome == ModuleOutcome.Pending);
        var late = NoEffect.Count(_change!.Diagnostics);
        var failed = _processes.SelectMany(process => process.HandlerFailures).Select(failure => failure.Handler).ToList();
        var parts = new List<string>
        {
            _change.Deltas.IsEmpty
                ? ReloadWording.Assemblies(_change.Assemblies)
                : $"{ReloadWording.Members(_change.Members)} {(cause == ReloadCause.Rollback ? "rolled back" : "applied")}.",
        };
        if (cause == ReloadCause.Rollback)
        {
            parts.Add(ReloadWording.RolledBack);
        }

        if (pending > 0)
        {
            parts.Add($"{ReloadWording.Count(pending, "module")} not loaded yet: applied when it is loaded.");
        }

        if (late > 0)
        {
            parts.Add($"{ReloadWording.Count(late, "change")} may have no effect before a restart.");
        }

        if (failed.Count > 0)
        {
            parts.Add($"The update handler {string.Join(", ", failed)} threw; the change itself is in.");
        }

        return Build(ReloadOutcome.Applied, string.Join(' ', parts), generation);
    }

    public ReloadResult NotApplied(CompileVerdict verdict, int generation) => verdict switch
    {
        CompileVerdict.NoChange => _page.Assets.IsEmpty
            ? Build(ReloadOutcome.NoChange, "The program already runs this text.", generation)
            : Build(AssetWording.Outcome(_page.Assets), "", generation),
        CompileVerdict.Held => Build(ReloadOutcome.Held, ReloadWording.Held(_change!.Diagnostics), generation),
        CompileVerdict.RestartRequired => Build(
            ReloadOutcome.RestartRequired, ReloadWording.RestartRequired(_change!.Diagnostics), generation),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    public ReloadResult Ended(int generation) => Build(
        ReloadOutcome.NoChange, "The program has ended, and nothing has changed since; a change or a restart starts it again.", generation);

    public ReloadResult Held(string message, int generation) => Build(ReloadOutcome.Held, message, generation);

    public ReloadResult Poisoned(string? fault, int generation) => Build(
        ReloadOutcome.RestartRequired,
        fault ?? "The program did not take an earlier change and can't be trusted with another; restart it.", generation);

    public ReloadResult Failed(int generation)
    {
        var reason = _processes.Select(process => process.Error).FirstOrDefault(error => error is not null)
            ?? _processes.SelectMany(process => process.Modules).Select(module => module.Error).FirstOrDefault(error => error is not null)
            ?? "no reason was given";
        return Build(ReloadOutcome.Failed, $"The program did not take the change: {ReloadWording.Sentence(reason)} Restart it to go on.", generation);
    }

    public ReloadResult Relaunched(int generation, StateSummary state) => Build(
        ReloadOutcome.Restarted,
        cause == ReloadCause.Rollback
            ? $"The program had ended; it was started again. {ReloadWording.RolledBack}"
            : "The program had ended; it was started again with the newest text.",
        generation, state);

    public ReloadResult RelaunchFailed(string error, int generation) => Build(
        ReloadOutcome.Failed, $"The program had ended and could not be started again: {error}", generation, Reset);

    static StateSummary Reset { get; } = new(StateFate.Reset, []);

    ReloadResult Build(ReloadOutcome outcome, string message, int generation, StateSummary? state = null) => new(
        numbers.Next(), session, snapshot, cause, generation, outcome, AssetWording.Join(message, _page), Phases(), _processes,
        outcome == ReloadOutcome.Applied ? Watched() : _change?.Members ?? [], _change?.Diagnostics ?? [],
        DeltaSizes.Of(_change?.Deltas ?? []), state ?? State(outcome))
    {
        Page = _page with { Told = _page.Told + _processes.Sum(process => process.Pages) },
        Speculation = _change?.Speculation is { } use ? new(Round(use.Milliseconds), Round(use.Waited)) : null,
    };

    StateSummary State(ReloadOutcome outcome) => (_change, outcome) switch
    {
        (null, _) => StateSummary.Untouched,
        (_, ReloadOutcome.Applied) => StateOutcome.Of(_change.State, _change.Deltas, _processes),
        _ => _change.State,
    };

    /// <summary>The members, those marked whose first call every program will tell.</summary>
    ImmutableArray<ChangedMember> Watched()
    {
        if (_change is null)
        {
            // Static files alone.
            return [];
        }

        var members = _change.Members;
        if (_processes.IsEmpty || !_processes.All(process => process.WatchesCalls))
        {
            return members;
        }

        var watched = _change.Deltas.SelectMany(delta => delta.Methods).Select(method => MemberLookup.Find(members, method)).ToHashSet();
        return [.. members.Select(member => watched.Contains(member) ? member with { Calls = MemberCalls.NotYet } : member)];
    }

    PhaseTimings Phases() => new(
        Round(_change?.TextMilliseconds),
        Round(_change?.CompileMilliseconds),
        Round(_change?.EmitMilliseconds),
        Round(Slowest(process => process.TransportMilliseconds)),
        Round(Slowest(process => process.ApplyMilliseconds)),
        Round(Slowest(process => process.HandlersMilliseconds)),
        Round(clock.Elapsed));

    double Slowest(Func<ProcessReload, double> phase) => _processes.IsEmpty ? 0 : _processes.Max(phase);

    /// <summary>A hundredth of a millisecond is finer than any of these clocks is true.</summary>
    static double Round(double? milliseconds) => Math.Round(milliseconds ?? 0, 2);
}
