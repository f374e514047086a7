using System.Globalization;
using HotReload.Core.Reload;
using HotReload.Demo.Scripted;
using Spectre.Console;

namespace HotReload.Demo.Reporting;

/// <summary>For people: a line as things happen, a table at the end.</summary>
sealed class Spoken(IAnsiConsole console) : IReloadReport
{
    readonly Lock _gate = new();
    bool _inLine;

    public void Say(string sentence)
    {
        lock (_gate)
        {
            OwnLine();
            console.MarkupLineInterpolated($"[grey]{Now()} {sentence}[/]");
        }
    }

    public void Reloaded(ReloadResult result)
    {
        lock (_gate)
        {
            OwnLine();
            var total = Wording.Milliseconds(result.Phases.Total);
            var colour = Wording.Colour(result.Outcome);
            console.MarkupLine(
                $"[grey]{Now()}[/] [{colour}]{Wording.Of(result.Outcome)}[/] in {total} ms "
                + $"[grey]({Markup.Escape(Wording.Phases(result.Phases))})[/] {Markup.Escape(Wording.Members(result))}");
            if (result.Outcome is not (ReloadOutcome.Applied or ReloadOutcome.NoChange))
            {
                console.MarkupLineInterpolated($"  {result.Message}");
            }

            foreach (var diagnostic in result.Diagnostics)
            {
                console.MarkupLineInterpolated($"  [yellow]{Wording.Of(diagnostic)}[/]");
            }
        }
    }

    public void ProgramWrote(string text)
    {
        lock (_gate)
        {
            Console.Out.Write(text);
            _inLine = !text.EndsWith('\n');
        }
    }

    public void Done(StepReport step)
    {
    }

    public void Close(IReadOnlyList<StepReport> steps)
    {
        var table = new Table().RoundedBorder().ShowRowSeparators();
        table.AddColumn("edit");
        table.AddColumn("outcome");
        table.AddColumn("milliseconds");
        table.AddColumn("the program answered");
        table.AddColumn("state");
        foreach (var step in steps)
        {
            table.AddRow(StepRow.Cells(step).Select(cell => new Markup(cell)));
        }

        console.WriteLine();
        console.Write(table);
    }

    // The program's text may stand without a line end.
    void OwnLine()
    {
        if (_inLine)
        {
            Console.Out.WriteLine();
            _inLine = false;
        }
    }

    static string Now() => TimeProvider.System.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
