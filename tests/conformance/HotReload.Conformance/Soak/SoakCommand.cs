using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using HotReload.Conformance.Cases;
using HotReload.Conformance.Programs;
using HotReload.Conformance.Reporting;
using HotReload.Conformance.Running;

namespace HotReload.Conformance.Soak;

/// <summary>Runs random sequences of edits, for as long as wanted.</summary>
sealed class SoakCommand : Command
{
    readonly Option<double> _minutes = new("--minutes") { Description = "How long to go on. The sequences that run then are brought to their end.", DefaultValueFactory = _ => 10 };
    readonly Option<int> _edits = new("--edits") { Description = "Edits in a sequence.", DefaultValueFactory = _ => 50 };
    readonly Option<int> _seed = new("--seed") { Description = "Seed of the first sequence; those after it count up.", DefaultValueFactory = _ => 1 };
    readonly Option<int?> _sequences = new("--sequences") { Description = "How many sequences to run, however long it takes; instead of --minutes." };
    readonly Option<FileInfo?> _json = new("--json") { Description = "Where to write what came of each step." };
    readonly Option<FileInfo?> _failed = new("--failed") { Description = "Where to write the sequences that failed, as cases up to the step that did." };

    public SoakCommand()
        : base("sequences", "Edits a program at random, again and again, and compares each step with a build of the same text.")
    {
        Add(_minutes);
        Add(_edits);
        Add(_seed);
        Add(_sequences);
        Add(_json);
        Add(_failed);
        SetAction(RunAsync);
    }

    async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        // The edits are made with Roslyn, here as in the workers.
        RunnerSdk.Bind();
        var clock = Stopwatch.StartNew();
        var seed = arguments.GetValue(_seed);
        var count = arguments.GetValue(_sequences);
        var reports = ImmutableArray<CaseReport>.Empty;
        var failures = ImmutableArray<ConformanceCase>.Empty;
        do
        {
            var cases = Enumerable.Range(seed, count ?? 4).Select(number => EditSequence.Create(number, arguments.GetValue(_edits))).ToImmutableArray();
            seed += cases.Length;
            var ended = await new CaseQueue(ConformanceCommand.Tell).RunAsync(cases, workers: 2, cancellationToken);
            reports = reports.AddRange(ended);
            failures = failures.AddRange(cases.Zip(ended, CutAtFailure).OfType<ConformanceCase>());
            Console.WriteLine($"{reports.Length} sequences, {reports.Sum(report => report.Steps.Length)} edits, {failures.Length} failed");
        }
        while (count is null && clock.Elapsed.TotalMinutes < arguments.GetValue(_minutes));

        var report = RunReport.Of(reports, clock.Elapsed);
        await WriteAsync(arguments, report, failures, cancellationToken);
        Console.WriteLine(report.Closing);
        return report.Failed == 0 ? 0 : 1;
    }

    static ConformanceCase? CutAtFailure(ConformanceCase sequence, CaseReport report)
    {
        var step = report.Steps.FirstOrDefault(step => step.IsFailure)?.Step ?? report.Steps.Length;
        return report.Passed ? null : sequence with { Steps = sequence.Steps[..Math.Min(step, sequence.Steps.Length)] };
    }

    async Task WriteAsync(
        ParseResult arguments, RunReport report, ImmutableArray<ConformanceCase> failures, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_json) is { } json)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(report, ConformanceJson.Indented) + "\n", cancellationToken);
        }

        if (arguments.GetValue(_failed) is { } failed)
        {
            await File.WriteAllLinesAsync(failed.FullName, failures.Select(each => JsonSerializer.Serialize(each, ConformanceJson.Line)), cancellationToken);
        }
    }
}
