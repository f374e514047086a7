using System.Runtime.CompilerServices;
using HotReload.Conformance.Cases;
using HotReload.Conformance.Programs;
using HotReload.Conformance.Reporting;

namespace HotReload.Conformance.Running;

/// <summary>Runs one case.</summary>
sealed class CaseRun(ConformanceCase from, ProjectTemplate template)
{
    /// <summary>What the compiler says of two entry points: the case brings its own, so the host's is one too many.</summary>
    static readonly string[] s_twoEntryPoints = ["CS0017", "CS7022"];

    readonly CaseText _text = CaseText.Of(from, template);

    /// <summary>Starts the program and makes the edits. What ends early has fewer reports than the case has steps.</summary>
    public async IAsyncEnumerable<StepReport> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var program = new HotProgram(template.Fork(), _text.Buffers);
        if (await FindStartFaultAsync(program, cancellationToken) is { } fault)
        {
            yield return new(1, StepVerdict.Crashed, fault);
            yield break;
        }

        for (var number = 1; number <= from.Steps.Length; number++)
        {
            var report = await MakeAsync(program, number, cancellationToken);
            yield return report;
            if (report.Verdict == StepVerdict.Crashed)
            {
                yield break;
            }
        }
    }

    async Task<string?> FindStartFaultAsync(HotProgram program, CancellationToken cancellationToken)
    {
        try
        {
            var errors = await program.StartAsync(cancellationToken);
            if (errors.Any(error => s_twoEntryPoints.Contains(error.Code)))
            {
                _text.RemoveHost();
                errors = await program.StartAsync(cancellationToken);
            }

            if (errors is [var first, ..])
            {
                return $"The first text does not compile: {first.Code} {first.Message}";
            }

            // Code that has run is what users edit: its types are initialized, its methods compiled.
            await program.AskAsync(cancellationToken);
            return null;
        }
        catch (ProgramLostException exception)
        {
            return $"The program does not start. {exception.Message}";
        }
    }

    async Task<StepReport> MakeAsync(HotProgram program, int number, CancellationToken cancellationToken)
    {
        var step = from.Steps[number - 1];
        _text.Apply(step);
        try
        {
            return await MakeAsync(program, number, step.Expect, cancellationToken);
        }
        catch (ProgramLostException exception)
        {
            return new(number, StepVerdict.Crashed, exception.Message);
        }
    }

    async Task<StepReport> MakeAsync(
        HotProgram program, int number, StepExpectation? expectation, CancellationToken cancellationToken)
    {
        var building = ColdBuild.RunAsync(template, _text.Buffers.Snapshot, cancellationToken);
        var result = await program.ReloadAsync(cancellationToken);
        var cold = await building;
        var hot = program.Running.IsEmpty ? null : await program.AskAsync(cancellationToken);
        var restarts = cold.Errors.IsEmpty && Judge.NeedsRestart(result, hot, cold);
        if (restarts)
        {
            await program.StartAsync(cancellationToken);
            hot = await program.AskAsync(cancellationToken);
        }

        var (verdict, message) = expectation is null
            ? Judge.Compare(result, restarts, hot, cold)
            : Judge.Expect(expectation, result, hot);
        return new(
            number, verdict, message, result.Outcome, [.. result.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct()],
            result.Phases.Total, result.State.Fate, hot, cold.Output);
    }
}
