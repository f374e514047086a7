namespace HotReload.FaultTests;

/// <summary>The server is killed with SIGKILL: the client starts a new one, the session goes on, no edit is lost.</summary>
[Platform("Linux")]
sealed class Fault37_ServerKilledTests
{
    [Test]
    public async Task The_session_goes_on_with_its_program_and_all_its_changes()
    {
        await using var program = await LiveProgram.StartAsync("console");
        var process = program.Session.Processes.Single();
        Assert.That((await program.SaveAsync("Board.cs", "Hello", "Hi")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That((await program.ApplyUnsavedAsync("Conversation.cs", "Welcome", "Greetings")).Generation, Is.EqualTo(2));
        Assert.That(await AskAsync(program, "Ada"), Is.EqualTo("Greetings Ada, you are guest 1"));

        await program.Editor.KillServerAsync();
        var said = await program.GoOnAsync();
        var joined = await program.StartAgainAsync();

        Assert.That(said, Does.Contain("nothing was lost"));
        Assert.That(joined.Processes, Is.EqualTo(new[] { process }));
        Assert.That(joined.Generation, Is.EqualTo(2));
    }

    static async Task<string> AskAsync(LiveProgram program, string name)
    {
        var mark = program.Mark();
        await program.Editor.InputAsync(name + "\n");
        return await program.Editor.OutputContainingAsync(name + ",", mark);
    }
}
