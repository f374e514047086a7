using System.CommandLine;
using HotReload.Demo.Reporting;
using HotReload.Demo.Scripted;
using HotReload.Demo.YourProgram;
using Spectre.Console;

namespace HotReload.Demo;

/// <summary>The command line.</summary>
sealed class DemoCommand : RootCommand
{
    readonly Option<FileInfo?> _project = new("--project") { Description = "A program of your own: its files are watched on disk." };
    readonly Option<string?> _profile = new("--launch-profile") { Description = "A profile of launchSettings.json; empty for none." };
    readonly Option<bool> _json = new("--json") { Description = "One reload result a line instead; the program's output goes to standard error." };
    readonly Argument<string[]> _args = new("args") { Description = "Arguments for the program of --project, after --." };

    public DemoCommand()
        : base("Runs a program and changes it while it runs: a shop, by a script; or a program of your own, as you save its files.")
    {
        Add(_project);
        Add(_profile);
        Add(_json);
        Add(_args);
        SetAction(RunAsync);
    }

    async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var console = Terminal.Open();
        IReloadReport report = arguments.GetValue(_json) ? new JsonLines(Console.Out) : new Spoken(console);
        if (arguments.GetValue(_project) is not { } project)
        {
            return await new ShopDemo(report, console).RunAsync(cancellationToken);
        }

        if (!project.Exists)
        {
            console.MarkupLineInterpolated($"[red]There is no {project.FullName}.[/]");
            return 1;
        }

        var session = new WatchedProgram(project, arguments.GetValue(_profile), arguments.GetValue(_args) ?? [], report);
        return await session.RunAsync(cancellationToken);
    }
}
