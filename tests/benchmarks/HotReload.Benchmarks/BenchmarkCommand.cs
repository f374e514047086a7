using System.Collections.Immutable;
using System.CommandLine;
using HotReload.Benchmarks.Measuring;
using HotReload.Benchmarks.Reporting;
using HotReload.Benchmarks.Scenarios;
using Spectre.Console;

namespace HotReload.Benchmarks;

/// <summary>The command line.</summary>
sealed class BenchmarkCommand : RootCommand
{
    const int WidthOfAFile = 140;

    readonly Option<int> _edits = new("--edits") { Description = "Later edits of each kind.", DefaultValueFactory = _ => 30 };
    readonly Option<int> _rounds = new("--rounds") { Description = "How often both are started.", DefaultValueFactory = _ => 3 };
    readonly Option<string?> _only = new("--only") { Description = "One of the standard programs: console, razor pages." };
    readonly Option<FileInfo?> _json = new("--json") { Description = "A file for the rows as JSON." };
    readonly Option<FileInfo?> _markdown = new("--markdown") { Description = "A file for the table as Markdown." };
    readonly Option<FileInfo?> _project = new("--project") { Description = "A program of your own. It is copied, not changed." };
    readonly Option<string?> _file = new("--file") { Description = "The file to edit, relative to the project's folder." };
    readonly Option<string?> _find = new("--find") { Description = "A text that the file holds exactly once." };
    readonly Option<string?> _replace = new("--replace") { Description = "What comes in its place; {n} becomes a number." };
    readonly Option<string?> _expect = new("--expect") { Description = "What the program then says, if it is not --replace." };
    readonly Option<string?> _probe = new("--probe") { Description = "The page that shows it; left out: standard output. Its port is not used." };

    public BenchmarkCommand()
        : base("Makes the same edits through this project's server and through dotnet watch, in turns, and compares.")
    {
        foreach (var option in (Option[])[_edits, _rounds, _only, _json, _markdown, _project, _file, _find, _replace, _expect, _probe])
        {
            Add(option);
        }

        SetAction(RunAsync);
    }

    async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var scenarios = Scenarios(arguments);
        if (scenarios.IsEmpty)
        {
            AnsiConsole.MarkupLine("[red]Give --project, --file, --find and --replace together, or a known program to --only.[/]");
            return 1;
        }

        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfAFile;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        var board = new Scoreboard();
        foreach (var scenario in scenarios)
        {
            var match = new Match(scenario, board, line => AnsiConsole.MarkupLineInterpolated($"[grey]{line}[/]"));
            await match.RunAsync(arguments.GetValue(_edits), arguments.GetValue(_rounds), cancellationToken);
        }

        var report = new Report([.. board.Rows.Select(ReportRow.Of)]);
        report.WriteTable(AnsiConsole.Console);
        await WriteAsync(arguments.GetValue(_json), report.ToJson(), cancellationToken);
        await WriteAsync(arguments.GetValue(_markdown), report.ToMarkdown(), cancellationToken);
        return 0;
    }

    ImmutableArray<Scenario> Scenarios(ParseResult arguments)
    {
        if (arguments.GetValue(_project) is not { } project)
        {
            return [.. Scenario.Standard.Where(scenario => arguments.GetValue(_only) is not { } only || scenario.Name == only)];
        }

        return (arguments.GetValue(_file), arguments.GetValue(_find), arguments.GetValue(_replace)) is ({ } file, { } find, { } replace)
            ? [UserProgram.Of(project, new EditKind("yours", file, find, replace, Expected(arguments, replace)), Page(arguments))]
            : [];
    }

    // Each tool's program gets a port of its own, so of an address only the page counts.
    string? Page(ParseResult arguments) =>
        arguments.GetValue(_probe) is not { } probe ? null
        : Uri.TryCreate(probe, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal) ? address.PathAndQuery
        : "/" + probe.TrimStart('/');

    // The quotes around a string are the source's, not the program's.
    string Expected(ParseResult arguments, string replace) => arguments.GetValue(_expect) ?? replace.Trim('"');

    static async Task WriteAsync(FileInfo? file, string text, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            file.Directory?.Create();
            await File.WriteAllTextAsync(file.FullName, text, cancellationToken);
        }
    }
}
