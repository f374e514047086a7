using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HotReload.Testing.Fixtures;
using HotReload.Testing.Protocol;
using Spectre.Console;

namespace HotReload.Benchmarks.Reporting;

/// <summary>The rows, in the three forms in which they are wanted.</summary>
public sealed class Report(IReadOnlyList<ReportRow> rows, IReadOnlyList<PhaseRow> phases)
{
    const string Legend =
        "Edits: from the save (saved at once: in the moment of the last key; after a pause: a quarter of a second later) to the changed answer of the program, seen from outside by the same probe for both. "
        + "First edits: one second after the program's first answer. "
        + "Memory: resident set of the tool's own process (ours: the server; theirs: dotnet-watch), without program and builds. "
        + "Ratio: our median in terms of theirs; below one is less.";

    static readonly string[] Head = ["", "ours p50", "p95", "p99", "n", "watch p50", "p95", "p99", "n", "ratio", "target"];

    static readonly string[] PhaseHead =
        ["phases, medians in ms", "n", "text", "compile", "emit", "transport", "apply", "handlers", "total", "total p95", "ahead", "waited"];

    /// <summary>For the terminal.</summary>
    public void WriteTable(IAnsiConsole console)
    {
        var table = new Table().RoundedBorder();
        table.AddColumn(Head[0]);
        foreach (var title in Head.Skip(1))
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (var row in rows)
        {
            var cells = Cells(row).Select(Markup.Escape).ToArray();
            cells[^1] = row switch
            {
                { Target: null } => "",
                _ when Met(row) => $"[green]{cells[^1]}[/]",
                _ => $"[red]{cells[^1]}[/]",
            };
            table.AddRow(cells);
        }

        console.Write(table);
        console.WriteLine(PhasesToMarkdown());
        console.MarkupLineInterpolated($"[grey]{Legend}[/]");
        console.MarkupLineInterpolated($"[grey]{Machine()}[/]");
    }

    /// <summary>For documents.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", Head).Append(" |\n|---").Insert(text.Length, "|--:", Head.Length - 1).Append("|\n");
        foreach (var row in rows)
        {
            text.Append("| ").AppendJoin(" | ", Cells(row)).Append(" |\n");
        }

        return text.Append('\n').Append(PhasesToMarkdown()).Append('\n').Append(Legend).Append("\n\n").Append(Machine()).Append('\n').ToString();
    }

    /// <summary>For programs.</summary>
    public string ToJson() => KitJson.Write(new ReportFile(Machine(), rows, phases)) + "\n";

    string PhasesToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", PhaseHead).Append(" |\n|---").Insert(text.Length, "|--:", PhaseHead.Length - 1).Append("|\n");
        foreach (var row in phases)
        {
            var values = new[]
            {
                row.Phases.Text, row.Phases.Compile, row.Phases.Emit, row.Phases.Transport, row.Phases.Apply, row.Phases.Handlers, row.Phases.Total,
                row.Total95, row.Ahead, row.Waited,
            };
            text.Append(CultureInfo.InvariantCulture, $"| {row.Scenario}: {row.Kind} | {row.N} | ")
                .AppendJoin(" | ", values.Select(value => value.ToString("0.0", CultureInfo.InvariantCulture)))
                .Append(" |\n");
        }

        return text.ToString();
    }

    static string[] Cells(ReportRow row) =>
    [
        row.Name,
        Value(row.Ours.P50, row.Unit),
        Value(row.Ours.P95, row.Unit),
        Value(row.Ours.P99, row.Unit),
        Count(row.Ours),
        Value(row.Watch.P50, row.Unit),
        Value(row.Watch.P95, row.Unit),
        Value(row.Watch.P99, row.Unit),
        Count(row.Watch),
        row.Ratio is { } ratio ? Ratio(ratio) : "-",
        row.Target is { } target ? $"{(Met(row) ? "met" : "missed")}, {Ratio(target)}" : "",
    ];

    static bool Met(ReportRow row) => row.Ratio <= row.Target;

    static string Value(double? value, string unit) =>
        value is { } number ? number.ToString(number < 100 ? "0.0" : "0", CultureInfo.InvariantCulture) + " " + unit : "-";

    static string Ratio(double ratio) => ratio.ToString("0.000", CultureInfo.InvariantCulture);

    static string Count(SampleSummary samples) =>
        samples.Lost == 0
            ? samples.N.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{samples.N} ({samples.Lost} lost)");

    static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, SDKs and runtimes {InstalledSdks.Fingerprint}.");
}
