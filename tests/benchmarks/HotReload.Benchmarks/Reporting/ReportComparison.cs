using System.Globalization;
using System.Text;

namespace HotReload.Benchmarks.Reporting;

/// <summary>Two runs beside each other: what has become faster, and what slower.</summary>
public static class ReportComparison
{
    /// <summary>As Markdown: of both runs our median and its ratio to <c>dotnet watch</c>, which takes out the machine's load.</summary>
    public static string ToMarkdown(ReportFile before, ReportFile after)
    {
        var text = new StringBuilder("| | before p50 | after p50 | change | before ratio | after ratio | change |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var row in after.Rows)
        {
            var old = before.Rows.FirstOrDefault(other => other.Name == row.Name);
            text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {Number(old?.Ours.P50)} | {Number(row.Ours.P50)} | {Change(old?.Ours.P50, row.Ours.P50)} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Number(old?.Ratio)} | {Number(row.Ratio)} | {Change(old?.Ratio, row.Ratio)} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nBefore: {before.Machine}\nAfter: {after.Machine}\n").ToString();
    }

    static string Number(double? value) => value?.ToString(Math.Abs(value.Value) < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture) ?? "-";

    static string Change(double? before, double? after) =>
        before is > 0 && after is { } now ? ((now / before.Value) - 1).ToString("+0%;-0%;0%", CultureInfo.InvariantCulture) : "-";
}
