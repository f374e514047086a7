using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HotReload.Conformance.Cases;
using HotReload.Conformance.Programs;
using HotReload.Conformance.Reporting;
using HotReload.Core.Reload;

namespace HotReload.Conformance.Running;

/// <summary>Runs one case. A step that leaves no program running costs no other: the next text starts one.</summary>
sealed class CaseRun(ConformanceCase from, ProjectTemplate template)
{
    /// <summary>What the compiler says of two entry points: the case brings its own, so the host's is one too many.</summary>
    static readonly string[] s_twoEntryPoints = ["CS0017", "CS7022"];

    readonly CaseText _text = CaseText.Of(from, template);

    /// <summary>Why no program runs; null while one does.</summary>
    string? _absence;

    /// <summary>Starts the program and makes the edits.</summary>
    public async IAsyncEnumerable<StepReport> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var program = new HotProgram(template.Fork(), _text.Buffers);
        var (errors, loss, _) = await StartAsync(program, cancellationToken);
        _absence = loss is not null ? $"The first text does not run. {loss}"
            : errors is [var error, ..] ? $"The first text does not compile: {error.Code} {error.Message}"
            : null;
        for (var number = 1; number <= from.Steps.Length; number++)
        {
            var step = from.Steps[number - 1];
            _text.Apply(step);
            yield return _absence is null
                ? await ReloadAsync(program, number, step.Expect, cancellationToken)
                : await StartLateAsync(program, number, step.Expect, cancellationToken);
        }
    }

    /// <summary>Starts the program and asks it: code that has run is what users edit, its types initialized, its methods compiled.</summary>
    async Task<(ImmutableArray<ReloadDiagnostic> Errors, string? Loss, string? Answer)> StartAsync(
        HotProgram program, CancellationToken cancellationToken)
    {
        try
        {
            var errors = await program.StartAsync(cancellationToken);
            if (errors.Any(error => s_twoEntryPoints.Contains(error.Code)))
            {
                _text.RemoveHost();
                errors = await program.StartAsync(cancellationToken);
            }

            return errors.IsEmpty ? ([], null, await program.AskAsync(cancellationToken)) : (errors, null, null);
        }
        catch (ProgramLostException exception)
        {
            return ([], exception.Message, null);
        }
    }

    async Task<StepReport> StartLateAsync(HotProgram program, int number, StepExpectation? expectation, CancellationToken cancellationToken)
    {
        var before = _absence;
        var (errors, loss, hot) = await StartAsync(program, cancellationToken);
        var cold = await ColdBuild.RunAsync(template, _text.Buffers.Snapshot, cancellationToken);
        _absence = loss ?? (errors.IsEmpty ? null : before);
        var outcome = errors.IsEmpty ? ReloadOutcome.Restarted : ReloadOutcome.Held;
        ImmutableArray<string> codes = [.. errors.Select(error => error.Code).Distinct()];
        var (verdict, message) = loss is not null && cold.Loss is null ? (StepVerdict.Crashed, loss)
            : expectation is null ? Judge.Compare(outcome, before!, restarted: true, hot, cold)
            : Judge.Expect(expectation, outcome, codes, before!, hot);
        return new(number, verdict, message ?? before, outcome, codes, null, null, hot, cold.Output);
    }

    async Task<StepReport> ReloadAsync(HotProgram program, int number, StepExpectation? expectation, CancellationToken cancellationToken)
    {
        var building = ColdBuild.RunAsync(template, _text.Buffers.Snapshot, cancellationToken);
        var result = await program.ReloadAsync(cancellationToken);
        var cold = await building;
        var (hot, loss) = await AskAsync(program, cancellationToken);
        var restarts = cold.Errors.IsEmpty && Judge.NeedsRestart(result, hot, cold);
        if (restarts)
        {
            (_, loss, hot) = await StartAsync(program, cancellationToken);
        }

        _absence = loss;
        ImmutableArray<string> codes = [.. result.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct()];
        var (verdict, message) = loss is not null && cold.Loss is null ? (StepVerdict.Crashed, loss)
            : expectation is null ? Judge.Compare(result.Outcome, result.Message, restarts, hot, cold)
            : Judge.Expect(expectation, result.Outcome, codes, result.Message, hot);

        // Whoever reads the report wants to know why.
        message ??= result.Outcome is ReloadOutcome.RestartRequired or ReloadOutcome.Held ? result.Message : null;
        return new(
            number, verdict, message, result.Outcome, codes, result.Phases.Total, result.State.Fate, hot, cold.Output);
    }

    static async Task<(string? Answer, string? Loss)> AskAsync(HotProgram program, CancellationToken cancellationToken)
    {
        try
        {
            return (await program.AskAsync(cancellationToken), null);
        }
        catch (ProgramLostException exception)
        {
            return (null, exception.Message);
        }
    }
}
