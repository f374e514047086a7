using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HotReload.Testing.Fixtures;
using HotReload.Testing.Protocol;
using Spectre.Console;

namespace HotReload.Benchmarks.Reporting;

/// <summary>The rows, in the three forms in which they are wanted.</summary>
public sealed class Report(IReadOnlyList<ReportRow> rows)
{
    const string Legend =
        "Edits: from the save to the changed answer of the program, seen from outside by the same probe for both. "
        + "First edits: one second after the program's first answer. "
        + "Memory: resident set of the tool's own process (ours: the server; theirs: dotnet-watch), without program and builds. "
        + "Ratio: our median in terms of theirs; below one is less.";

    static readonly string[] Head = ["", "ours p50", "p95", "n", "watch p50", "p95", "n", "ratio", "target"];

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
            cells[8] = row switch
            {
                { Target: null } => "",
                _ when Met(row) => $"[green]{cells[8]}[/]",
                _ => $"[red]{cells[8]}[/]",
            };
            table.AddRow(cells);
        }

        console.Write(table);
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

        return text.Append('\n').Append(Legend).Append("\n\n").Append(Machine()).Append('\n').ToString();
    }

    /// <summary>For programs.</summary>
    public string ToJson() => KitJson.Write(rows) + "\n";

    static string[] Cells(ReportRow row) =>
    [
        row.Name,
        Value(row.Ours.P50, row.Unit),
        Value(row.Ours.P95, row.Unit),
        Count(row.Ours),
        Value(row.Watch.P50, row.Unit),
        Value(row.Watch.P95, row.Unit),
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
