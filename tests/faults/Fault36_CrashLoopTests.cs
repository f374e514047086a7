namespace HotReload.FaultTests;

/// <summary>Crash loop: three relaunches with backoff, then wait for an edit.</summary>
sealed class Fault36_CrashLoopTests
{
    [Test]
    public async Task A_program_that_crashes_is_started_again_and_after_three_times_waits_for_its_mending()
    {
        await using var program = await LiveProgram.StartAsync("faults", options: new(Restart: RestartPolicy.Auto));
        await program.ApplyUnsavedAsync("Work.cs", "=> \"not yet\"", "=> throw new InvalidOperationException(\"boom\")");
        for (var i = 0; i < 3; i++)
        {
            await program.Editor.InputAsync("crash\n");
            var again = await program.Editor.NextResultAsync();
            Assert.That(again.Outcome, Is.EqualTo(ReloadOutcome.Restarted), again.Message);
        }

        await program.Editor.InputAsync("crash\n");
        await program.Editor.StatusAsync(SessionState.Exited);
        Assert.That(Tried(program), Is.EqualTo(new[] { "1 of 3", "2 of 3", "3 of 3" }));

        await program.Editor.ReplaceAsync("Work.cs", "throw new InvalidOperationException(\"boom\")", "\"mended\"");
        var mended = await program.Editor.ApplyAsync();
        Assert.That(mended.Outcome, Is.EqualTo(ReloadOutcome.Restarted), mended.Message);
        await program.Editor.InputAsync("crash now\n");
        Assert.That(await program.Editor.OutputContainingAsync("crash now: "), Does.EndWith("mended"));
    }

    static IEnumerable<string> Tried(LiveProgram program) => program.Editor.Heard.Events.All()
        .Where(occurred => occurred.Kind == "recovery").Select(occurred => occurred.Message.Split('(', ')')[1]);
}
