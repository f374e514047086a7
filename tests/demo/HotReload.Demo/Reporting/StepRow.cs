using HotReload.Core.Reload;
using HotReload.Demo.Scripted;
using Spectre.Console;

namespace HotReload.Demo.Reporting;

/// <summary>A step as a row of the table.</summary>
static class StepRow
{
    /// <summary>Five cells of markup.</summary>
    public static IEnumerable<string> Cells(StepReport step)
    {
        var result = step.Result;
        yield return $"{Markup.Escape(step.Step.Title)}\n[grey]{Markup.Escape(step.Step.How)}[/]";
        yield return $"[{Wording.Colour(result.Outcome)}]{Wording.Of(result.Outcome)}[/]";
        yield return $"[bold]{Wording.Milliseconds(result.Phases.Total)}[/]\n[grey]{Wording.Phases(result.Phases).Replace(", ", "\n")}[/]";
        yield return $"[grey]GET {Markup.Escape(step.Step.Page)}[/]\n{Markup.Escape(step.Before)}\n{After(step)}";
        yield return $"{Fate(step)}\n[grey]{Markup.Escape(step.State)}[/]";
    }

    static string After(StepReport step) =>
        step.After == step.Before ? "[grey]the same[/]" : $"[bold]{Markup.Escape(step.After)}[/]";

    static string Fate(StepReport step) => step switch
    {
        { StateKept: true } => "[green]kept[/]",
        { Result: { Outcome: ReloadOutcome.Restarted, State.Fate: StateFate.Kept } } => "[green]carried over[/]",
        _ => "[yellow]new[/]",
    };
}
