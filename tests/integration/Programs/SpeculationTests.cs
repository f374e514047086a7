using HotReload.Core.Documents;
using HotReload.Core.Speculation;
using HotReload.Lsp.Protocol;

namespace HotReload.IntegrationTests;

/// <summary>What is typed is compiled before it is saved.</summary>
sealed class SpeculationTests
{
    [Test]
    public async Task A_save_after_a_pause_has_only_to_be_applied()
    {
        await using var program = await StartAsync();
        await program.Editor.TypeOverAsync("Board.cs", "Hello", "Good evening");
        var forecast = await program.Editor.ForecastAsync("Board.cs");
        var mark = program.Mark();

        await program.Editor.SaveAsync("Board.cs");
        var result = await program.Editor.NextResultAsync();

        program.MustBeApplied(result);
        Assert.That((forecast.Outcome, forecast.Errors), Is.EqualTo((ForecastOutcome.WillApply, 0)));
        Assert.That(forecast.Message, Does.Contain("Board.Text"));
        Assert.That(result.Speculation, Is.Not.Null, program.Editor.Log);
        Assert.That(result.Speculation!.Milliseconds, Is.GreaterThan(0));
        Assert.That((result.Phases.Text, result.Phases.Compile, result.Phases.Emit), Is.EqualTo((0d, 0d, 0d)));
        await program.Editor.OutputContainingAsync("Good evening, 0 guests", mark);
    }

    [Test]
    public async Task Each_of_many_edits_is_applied_whether_it_was_compiled_ahead_or_not()
    {
        await using var program = await StartAsync();
        var text = "Hello";
        for (var i = 0; i < 12; i++)
        {
            var next = $"Hello{i}";
            await program.Editor.TypeOverAsync("Board.cs", $"\"{text},", $"\"{next},");
            if (i % 3 == 0)
            {
                await program.Editor.ForecastAsync("Board.cs");
            }

            await program.Editor.SaveAsync("Board.cs");
            program.MustBeApplied(await program.Editor.NextResultAsync());
            await program.Editor.OutputContainingAsync($"{next}, 0 guests");
            text = next;
        }
    }

    [Test]
    public async Task Errors_are_foreseen_and_told_nowhere_else_before_the_save()
    {
        await using var program = await StartAsync();
        await program.Editor.TypeAsync("Board.cs", "{guests} guests", "{");
        var forecast = await program.Editor.ForecastAsync("Board.cs");

        Assert.That(forecast.Outcome, Is.EqualTo(ForecastOutcome.Errors));
        Assert.That(forecast.Errors, Is.GreaterThan(0));
        Assert.That(program.Editor.Heard.Diagnostics.All().SelectMany(published => published.Diagnostics), Is.Empty);
        Assert.That((program.Editor.Heard.Results.Count, program.Editor.Heard.Statuses.All()[^1].State), Is.EqualTo((0, SessionState.Ready)));

        await program.Editor.SaveAsync("Board.cs");
        var held = await program.Editor.NextResultAsync();
        Assert.That((held.Outcome, held.Speculation is null), Is.EqualTo((ReloadOutcome.Held, false)));
        Assert.That(await program.Editor.DiagnosticsAsync("Board.cs"), Has.Length.EqualTo(forecast.Errors));
    }

    [Test]
    public async Task A_file_that_is_half_typed_does_not_hold_back_the_save_of_another()
    {
        await using var program = await StartAsync();
        await program.Editor.OpenAsync("Program.cs");
        await program.Editor.SetTextAsync("Program.cs", program.Editor.Buffer("Program.cs").Text + "\n{ broken");
        await program.Editor.TypeOverAsync("Board.cs", "Hello", "Good evening");
        Assert.That((await program.Editor.ForecastAsync("Board.cs")).Outcome, Is.EqualTo(ForecastOutcome.WillApply));
        var mark = program.Mark();

        program.Editor.PassOverResults();
        await program.Editor.SaveAsync("Board.cs");
        var result = await program.Editor.NextResultAsync();

        program.MustBeApplied(result);
        Assert.That(result.Speculation, Is.Not.Null, program.Editor.Log);
        await program.Editor.OutputContainingAsync("Good evening, 0 guests", mark);
    }

    [Test]
    public async Task What_is_undone_by_hand_leaves_nothing_behind()
    {
        await using var program = await StartAsync();
        await program.Editor.ReplaceAsync("Board.cs", "Hello", "Good evening");
        await program.Editor.ForecastAsync("Board.cs");
        await program.Editor.ReplaceAsync("Board.cs", "Good evening", "Hello");
        Assert.That((await program.Editor.DocumentAsync("Board.cs")).State, Is.EqualTo(DocumentState.Running));

        await program.Editor.SaveAsync("Board.cs");
        Assert.That((await program.Editor.NextResultAsync()).Outcome, Is.EqualTo(ReloadOutcome.NoChange));

        await program.Editor.ReplaceAsync("Board.cs", "Hello", "Hi");
        program.MustBeApplied(await program.Editor.ApplyAsync());
        await program.Editor.OutputContainingAsync("Hi, 0 guests");
    }

    [Test]
    public async Task What_needs_a_restart_is_foreseen()
    {
        await using var program = await StartAsync();
        await program.Editor.ReplaceAsync("Board.cs", "(Visitors visitors)\n{", "(Visitors visitors) : ICloneable\n{\n    public object Clone() => this;\n");
        var forecast = await program.Editor.ForecastAsync("Board.cs");

        Assert.That(forecast.Outcome, Is.EqualTo(ForecastOutcome.NeedsRestart), forecast.Message);
    }

    [Test]
    public async Task A_comment_changes_nothing_and_that_is_said()
    {
        await using var program = await StartAsync();
        await program.Editor.SetTextAsync("Board.cs", program.Editor.Buffer("Board.cs").Text + "// The end.\n");
        await program.Editor.SaveAsync("Board.cs");

        Assert.That((await program.Editor.NextResultAsync()).Outcome, Is.EqualTo(ReloadOutcome.NoChange));
        Assert.That((await program.Editor.DocumentAsync("Board.cs")).State, Is.EqualTo(DocumentState.Running));
    }

    [Test]
    public async Task Switched_off_nothing_is_compiled_before_the_save()
    {
        await using var program = await StartAsync(new() { Speculate = false });
        await program.Editor.TypeOverAsync("Board.cs", "Hello", "Good evening");
        await program.Editor.SaveAsync("Board.cs");
        var result = await program.Editor.NextResultAsync();

        program.MustBeApplied(result);
        Assert.That((result.Speculation is null, program.Editor.Heard.Forecasts.Count), Is.EqualTo((true, 0)));
    }

    static async Task<LiveProgram> StartAsync(InitializationOptions? options = null)
    {
        var program = await Shared.Server.StartAsync("console", options: options);
        await program.Editor.OpenAsync("Board.cs");
        await program.Editor.StatusAsync(SessionState.Ready);
        return program;
    }
}
