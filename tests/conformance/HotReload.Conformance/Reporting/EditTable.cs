using System.Collections.Immutable;
using System.Text;
using HotReload.Core.Reload;

namespace HotReload.Conformance.Reporting;

/// <summary>The page on which users find what becomes of an edit: what the cases came to, as a table.</summary>
static class EditTable
{
    const string Head = """
        # Edits

        What becomes of an edit to a running program. Each row is a case of `tests/conformance/cases` that is run by every `npm test`;
        the page is written by `npm run conformance -- --table docs/edits.md`. A case with several edits has several outcomes.

        - *applied*: the program has it, its state kept. `ENC0118`: code that has run already does not run again.
        - *restart*: no delta can carry it. `hotReload/restart`, or the setting `restart: "auto"`, makes the program anew from memory.
        - *held*: the text has errors; the program runs on, and the next text without errors brings all edits.
        - *no change*: the text means the same program.

        """;

    /// <summary>The page.</summary>
    public static string Write(ImmutableArray<CaseReport> reports)
    {
        var page = new StringBuilder(Head);
        foreach (var subject in reports.GroupBy(report => report.Subject).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            page.Append($"\n## {Title(subject.Key)}\n\n| edit | outcome | code |\n|---|---|---|\n");
            foreach (var report in subject)
            {
                var outcomes = string.Join(", then ", report.Steps.Select(step => Word(step.Outcome)));
                var codes = report.Steps.SelectMany(step => step.Codes ?? []).Where(IsRestartCode).Distinct().Order(StringComparer.Ordinal).ToList();
                page.Append($"| {report.Name.Replace("|", "\\|", StringComparison.Ordinal)} | {outcomes} | {string.Join(' ', codes)} |\n");
            }
        }

        page.Append("\n## Codes\n\n| code | in plain words |\n|---|---|\n");
        var shown = reports.SelectMany(report => report.Steps).SelectMany(step => step.Codes ?? []).Where(IsRestartCode);
        foreach (var code in shown.Concat(CodeWords.Known).Distinct().Order(StringComparer.Ordinal))
        {
            page.Append($"| `{code}` | {CodeWords.Of(code)} |\n");
        }

        return page.ToString();
    }

    static bool IsRestartCode(string code) => code.StartsWith("ENC", StringComparison.Ordinal) || code.StartsWith("HR", StringComparison.Ordinal);

    static string Title(string subject) => char.ToUpperInvariant(subject[0]) + subject[1..].Replace('-', ' ');

    static string Word(ReloadOutcome? outcome) => outcome switch
    {
        ReloadOutcome.Applied => "applied",
        ReloadOutcome.NoChange => "no change",
        ReloadOutcome.Held => "held",
        ReloadOutcome.RestartRequired => "restart",
        ReloadOutcome.Restarted => "restarted",
        ReloadOutcome.Failed => "refused by the runtime",
        _ => "none",
    };
}
