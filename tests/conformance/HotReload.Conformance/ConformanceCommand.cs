using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using HotReload.Conformance.Cases;
using HotReload.Conformance.LongRuns;
using HotReload.Conformance.Reporting;
using HotReload.Conformance.Running;
using HotReload.Conformance.Soak;

namespace HotReload.Conformance;

/// <summary>The command line.</summary>
sealed class ConformanceCommand : RootCommand
{
    /// <summary>Makes the program a worker of another.</summary>
    public const string WorkerOption = "--worker";

    readonly Option<FileInfo> _cases = new("--cases") { Description = "Cases, one JSON object a line. Left out: this repository's own." };
    readonly Option<FileInfo?> _json = new("--json") { Description = "Where to write what came of each step." };
    readonly Option<FileInfo?> _table = new("--table") { Description = "Where to write the table of edits, in Markdown." };
    readonly Option<string?> _only = new("--only") { Description = "The name of the only case to run, or the beginning of several." };
    readonly Option<int> _workers = new("--workers") { Description = "How many cases run at once.", DefaultValueFactory = _ => 2 };
    readonly Option<bool> _worker = new(WorkerOption) { Hidden = true };

    public ConformanceCommand()
        : base("Edits programs while they run and compares each with a build of the same text: hot equals cold.")
    {
        _cases.AcceptExistingOnly();
        Add(_cases);
        Add(_json);
        Add(_table);
        Add(_only);
        Add(_workers);
        Add(_worker);
        Add(new SoakCommand());
        Add(new LongRunCommand());
        SetAction(RunAsync);
    }

    async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_worker))
        {
            using var worker = new Worker(Console.In, Console.Out);
            return await worker.RunAsync(cancellationToken);
        }

        var only = arguments.GetValue(_only) ?? "";
        var all = arguments.GetValue(_cases) is { } file ? CaseFile.Read(file.FullName) : CaseFile.ReadBuiltIn();
        var cases = all.RemoveAll(each => !each.Name.StartsWith(only, StringComparison.Ordinal));
        var clock = Stopwatch.StartNew();
        var reports = await new CaseQueue(Tell).RunAsync(cases, arguments.GetValue(_workers), cancellationToken);
        var report = RunReport.Of(reports, clock.Elapsed);
        if (arguments.GetValue(_json) is { } json)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(report, ConformanceJson.Indented) + "\n", cancellationToken);
        }

        if (arguments.GetValue(_table) is { } table)
        {
            await File.WriteAllTextAsync(table.FullName, EditTable.Write(reports), cancellationToken);
        }

        Console.WriteLine(report.Closing);
        return report.Failed == 0 ? 0 : 1;
    }

    /// <summary>Names what has failed.</summary>
    public static void Tell(CaseReport report)
    {
        foreach (var step in report.Steps.Where(step => step.IsFailure))
        {
            Console.WriteLine($"""
                {report.Subject}: {report.Name}, step {step.Step}: {step.Verdict} ({step.Outcome} {string.Join(' ', step.Codes ?? [])}) {step.Message?.Split('\n')[0]}
                    hot:  {step.Hot}
                    cold: {step.Cold}
                """);
        }
    }
}
