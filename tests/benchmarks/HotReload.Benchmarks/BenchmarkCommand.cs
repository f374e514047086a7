using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using HotReload.Benchmarks.Measuring;
using HotReload.Benchmarks.Measuring.Parts;
using HotReload.Benchmarks.Reporting;
using HotReload.Benchmarks.Scenarios;
using HotReload.Testing.Protocol;
using HotReload.Testing.Waiting;
using Spectre.Console;

namespace HotReload.Benchmarks;

/// <summary>The command line.</summary>
sealed class BenchmarkCommand : RootCommand
{
    const int WidthOfAFile = 160;

    static ImmutableArray<IPart> AllParts { get; } =
        [new StartPart(), new OpenPart(), new EditsPart(), new RestartPart(), new TypingPart(), new IdlePart(), new BranchPart(), new ReferencePart(), new FaultsPart()];

    readonly Option<int> _edits = new("--edits") { Description = "Later edits of each kind.", DefaultValueFactory = _ => 30 };
    readonly Option<int> _rounds = new("--rounds") { Description = "How often both are started.", DefaultValueFactory = _ => 3 };
    readonly Option<double> _minutes = new("--minutes") { Description = "After this time nothing more is begun.", DefaultValueFactory = _ => 60 };
    readonly Option<string?> _only = new("--only") { Description = $"Some of the standard programs, by commas: {NamesOf(Scenario.Standard)}; or those that are not measured else: {NamesOf(Scenario.Sizes)}." };
    readonly Option<string?> _parts = new("--parts") { Description = $"Some of what is measured, by commas: {string.Join(", ", AllParts.Select(part => part.Name))}. The start is always, either by itself or in an open editor (open)." };
    readonly Option<FileInfo[]> _compare = new("--compare") { Description = "Measures nothing: two files of --json, the older first.", Arity = new(2, 2), AllowMultipleArgumentsPerToken = true };
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
        foreach (var option in (Option[])[_edits, _rounds, _minutes, _only, _parts, _compare, _json, _markdown, _project, _file, _find, _replace, _expect, _probe])
        {
            Add(option);
        }

        SetAction(RunAsync);
    }

    async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_compare) is [var before, var after])
        {
            var (older, newer) = (await ReadAsync(before, cancellationToken), await ReadAsync(after, cancellationToken));
            await Console.Out.WriteAsync(ReportComparison.ToMarkdown(older, newer));
            return 0;
        }

        var scenarios = Scenarios(arguments);
        var parts = Parts(arguments);
        if (scenarios.IsEmpty || parts.IsEmpty)
        {
            AnsiConsole.MarkupLine("[red]Give --project, --file, --find and --replace together, or known names to --only and --parts.[/]");
            return 1;
        }

        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfAFile;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        var (board, phases) = (new Scoreboard(), new Phases());
        var budget = new Budget(TimeSpan.FromMinutes(arguments.GetValue(_minutes)));
        var broken = 0;
        foreach (var scenario in scenarios.Where(_ => !budget.IsSpent))
        {
            var match = new Match(scenario, board, phases, parts, line => AnsiConsole.MarkupLineInterpolated($"[grey]{line}[/]"));
            try
            {
                await match.RunAsync(arguments.GetValue(_edits), arguments.GetValue(_rounds), budget, cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or InvalidOperationException or TimeoutException or HopelessWaitException)
            {
                // What was measured before, of this program and others, stays good.
                broken++;
                AnsiConsole.MarkupLineInterpolated($"[red]{scenario.Name} could not be measured to the end: {exception.Message}[/]");
            }

            var report = new Report([.. board.Rows.Select(ReportRow.Of)], phases.Rows);
            await WriteAsync(arguments.GetValue(_json), report.ToJson(), cancellationToken);
            await WriteAsync(arguments.GetValue(_markdown), report.ToMarkdown(), cancellationToken);
        }

        new Report([.. board.Rows.Select(ReportRow.Of)], phases.Rows).WriteTable(AnsiConsole.Console);
        return broken;
    }

    ImmutableArray<Scenario> Scenarios(ParseResult arguments)
    {
        if (arguments.GetValue(_project) is not { } project)
        {
            return arguments.GetValue(_only)?.Split(',', StringSplitOptions.TrimEntries) is { } only
                ? [.. Scenario.Standard.Concat(Scenario.Sizes).Where(scenario => only.Contains(scenario.Name))]
                : Scenario.Standard;
        }

        return (arguments.GetValue(_file), arguments.GetValue(_find), arguments.GetValue(_replace)) is ({ } file, { } find, { } replace)
            ? [UserProgram.Of(project, new EditKind("yours", file, find, replace, Expected(arguments, replace)), Page(arguments))]
            : [];
    }

    static string NamesOf(IEnumerable<Scenario> scenarios) => string.Join(", ", scenarios.Select(scenario => scenario.Name));

    ImmutableArray<IPart> Parts(ParseResult arguments)
    {
        var names = arguments.GetValue(_parts)?.Split(',', StringSplitOptions.TrimEntries);
        if (names?.All(name => AllParts.Any(part => part.Name == name)) == false)
        {
            return [];
        }

        // Both start the program.
        var start = AllParts.First(part => names?.Contains(OpenPart.Way) == true ? part is OpenPart : part is StartPart);
        return [start, .. AllParts.Where(part => part is not (StartPart or OpenPart) && names?.Contains(part.Name) != false)];
    }

    static async Task<ReportFile> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken));
        return KitJson.Read<ReportFile>(document.RootElement);
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
