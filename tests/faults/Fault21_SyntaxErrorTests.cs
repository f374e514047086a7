namespace HotReload.FaultTests;

/// <summary>Syntax error: held with its diagnostics, the program runs on, the fix applies both edits.</summary>
sealed class Fault21_SyntaxErrorTests
{
    [Test]
    public async Task An_error_holds_the_reload_and_its_fix_brings_everything_that_was_held()
    {
        await using var program = await Shared.Server.StartAsync("console");
        await program.Editor.OpenAsync("Conversation.cs");
        await program.Editor.ReplaceAsync("Conversation.cs", "Welcome {name}", "Greetings {name}");
        await program.Editor.SaveAsync("Conversation.cs");
        Assert.That((await program.Editor.NextResultAsync()).Outcome, Is.EqualTo(ReloadOutcome.Applied));

        await program.Editor.ReplaceAsync("Conversation.cs", "Greetings {name}", "Good day {name}");
        await program.Editor.OpenAsync("Board.cs");
        await program.Editor.ReplaceAsync("Board.cs", "guests\";", "guests\"");
        await program.Editor.SaveAsync("Board.cs");
        await program.Editor.SaveAsync("Conversation.cs");
        var held = await program.Editor.NextResultAsync(result => result.Outcome == ReloadOutcome.Held);

        Assert.That(held.Diagnostics.Select(diagnostic => diagnostic.Code), Does.Contain("CS1002"));
        Assert.That(held.Generation, Is.EqualTo(1));
        await program.Editor.StatusAsync(SessionState.Held);
        var published = await program.Editor.DiagnosticsAsync("Board.cs");
        Assert.That(published.Select(diagnostic => diagnostic.Code?.GetString()), Does.Contain("CS1002"));
        await program.Editor.InputAsync("Ada\n");
        await program.Editor.OutputContainingAsync("Greetings Ada, you are guest 1");

        await program.Editor.ReplaceAsync("Board.cs", "guests\"", "visitors\";");
        await program.Editor.SaveAsync("Board.cs");
        var mended = await program.Editor.NextResultAsync(result => result.Outcome == ReloadOutcome.Applied);

        Assert.That(mended.Generation, Is.EqualTo(2));
        await program.Editor.OutputContainingAsync("Hello, 1 visitors");
        await program.Editor.InputAsync("Grace\n");
        await program.Editor.OutputContainingAsync("Good day Grace, you are guest 2");
        Assert.That(await program.Editor.DiagnosticsAsync("Board.cs", diagnostics => diagnostics.IsEmpty), Is.Empty);
        await program.Editor.StatusAsync(SessionState.Ready);
    }
}
