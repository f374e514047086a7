namespace HotReload.FaultTests;

/// <summary>1,000 edits in 5 s: at most one running and one waiting reload, the last text wins.</summary>
sealed class Fault17_ManyEditsTests
{
    const int Edits = 1000;

    [Test]
    public async Task A_thousand_edits_give_one_reload_at_a_time_and_the_last_text_wins()
    {
        await using var program = await Shared.Server.StartAsync(
            "console", mode: ReloadMode.Type, options: new InitializationOptions(DebounceOnType: 0));
        await program.Editor.OpenAsync("Board.cs");

        // Every state of the text compiles, so nothing but the pipeline itself holds reloads back.
        await program.Editor.TypeAsync("Board.cs", "Hello", new string('o', Edits), pace: TimeSpan.FromMilliseconds(4));
        var last = await program.Editor.ApplyAsync();

        Assert.That(last.Outcome, Is.AnyOf(ReloadOutcome.Applied, ReloadOutcome.NoChange), last.Message);
        await program.Editor.OutputContainingAsync("Hello" + new string('o', Edits) + ", 0 guests");

        // The last key may have begun one more reload, which finds nothing to do. Reloads wait for each other: this one's answer is its end.
        await program.Editor.ApplyAsync();
        Assert.Multiple(() =>
        {
            var results = program.Editor.Heard.Results.All();
            Assert.That(results.Select(result => result.Outcome), Is.All.AnyOf(ReloadOutcome.Applied, ReloadOutcome.NoChange));
            Assert.That(results.Select(result => result.Snapshot.Value), Is.Ordered);
            Assert.That(results.Select(result => result.Id), Is.Ordered.And.Unique);
            AssertOneAtATime(program);
        });
    }

    // A reload ends by being finished or overtaken before the next one begins; two at once would interleave.
    static void AssertOneAtATime(LiveProgram program)
    {
        string? running = null;
        foreach (var occurred in program.Editor.Heard.Events.All())
        {
            if (occurred.Kind == "reloadStarted")
            {
                Assert.That(running, Is.Null);
                running = occurred.Correlation;
            }
            else if (occurred.Kind is "reloadFinished" or "reloadSuperseded")
            {
                Assert.That(occurred.Correlation, Is.EqualTo(running));
                running = null;
            }
        }

        Assert.That(running, Is.Null);
    }
}
