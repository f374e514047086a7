using HotReload.Core.Recovery;

namespace HotReload.FaultTests;

/// <summary>Crash loop: three relaunches with backoff, then wait for an edit.</summary>
sealed class Fault36_CrashLoopTests
{
    [Test]
    public async Task A_program_that_crashes_is_started_again_and_after_three_times_waits_for_its_mending()
    {
        // A server of its own: it tells all the faults it has ever had.
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
        Assert.That((await program.Editor.EventAsync("recovery", told => told.Message.Contains("crashed again"))).Message, Does.Contain("next change"));
        Assert.That(
            (await program.Editor.RecoveriesAsync()).Select(entry => (entry.Fault, entry.Step, entry.Outcome)),
            Is.EqualTo(Enumerable.Repeat((Fault.ProgramCrashed, RecoveryAction.RestartProgram, RecoveryOutcome.Recovered), 3)
                .Append((Fault.ProgramCrashed, RecoveryAction.Hold, RecoveryOutcome.Held))));

        await program.Editor.ReplaceAsync("Work.cs", "throw new InvalidOperationException(\"boom\")", "\"mended\"");
        var mended = await program.Editor.ApplyAsync();
        Assert.That(mended.Outcome, Is.EqualTo(ReloadOutcome.Restarted), mended.Message);
        await program.Editor.InputAsync("crash now\n");
        Assert.That(await program.Editor.OutputContainingAsync("crash now: "), Does.EndWith("mended"));
    }
}
