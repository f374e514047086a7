using System.Text.RegularExpressions;
using HotReload.Core.Reload;
using HotReload.Demo.Reporting;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Editing;
using HotReload.Testing.Probing;
using HotReload.Testing.Protocol;
using HotReload.Testing.Waiting;
using Spectre.Console;

namespace HotReload.Demo.Scripted;

/// <summary>Runs the shop of <c>tests/fixtures</c>, plays the script on it and shows what came of it.</summary>
sealed partial class ShopDemo(IReloadReport report, IAnsiConsole console)
{
    const string Project = "Shop.Web/Shop.Web.csproj";

    /// <summary>Returns 0 if every step went as the script says.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PlayAsync(cancellationToken);
        }
        catch (HopelessWaitException exception)
        {
            console.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            return 1;
        }
    }

    async Task<int> PlayAsync(CancellationToken cancellationToken)
    {
        report.Say("Starting the shop (the first time it is built: some seconds) ...");
        await using var program = await LiveProgram.StartAsync("shop", Project, ReloadMode.Type);
        await program.Web.UpAsync(cancellationToken: cancellationToken);
        await program.Web.PostAsync("/api/cart/cup-2?quantity=3", cancellationToken);
        await program.Editor.StatusAsync(SessionState.Ready, cancellationToken);
        report.Say("The shop is open. Three cups are in the cart; prices move in the background.");

        var steps = new List<StepReport>();
        foreach (var step in Script.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            report.Say($"{step.Title} ({step.How})");
            steps.Add(await StepAsync(program, step, cancellationToken));
        }

        report.Close(steps);
        return steps.TrueForAll(step => step.Result.Outcome == step.Step.Expected) ? 0 : 1;
    }

    async Task<StepReport> StepAsync(LiveProgram program, DemoStep step, CancellationToken cancellationToken)
    {
        var earlier = await StateAsync(program.Web, cancellationToken);
        var before = await AskAsync(program.Web, step.Page, cancellationToken);
        var result = await step.EditAsync(program.Editor);
        report.Reloaded(result);
        if (result.Outcome == ReloadOutcome.Restarted)
        {
            await program.Web.UpAsync("/", cancellationToken);
        }

        var after = await AskAsync(program.Web, step.Page, cancellationToken);
        var state = await StateAsync(program.Web, cancellationToken);
        var done = new StepReport(step, result, before, after, state.Continues(earlier), state.ToString());
        report.Done(done);
        return done;
    }

    static async Task<ShopState> StateAsync(HttpProbe web, CancellationToken cancellationToken) =>
        KitJson.Read<ShopState>(await web.GetJsonAsync("/api/state", cancellationToken));

    // Of a page, its heading tells enough.
    static async Task<string> AskAsync(HttpProbe web, string page, CancellationToken cancellationToken)
    {
        var body = await web.GetAsync(page, cancellationToken);
        return Heading().Match(body) is { Success: true } heading ? heading.Value : body.Trim();
    }

    [GeneratedRegex("<h1>.*?</h1>")]
    private static partial Regex Heading();
}
