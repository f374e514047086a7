namespace HotReload.FaultTests;

/// <summary>Edit, then exact undo: nothing, no generation used.</summary>
sealed class Fault23_UndoTests
{
    [Test]
    public async Task An_edit_that_is_undone_before_the_reload_is_none()
    {
        await using var program = await Shared.Server.StartAsync("console");
        await program.Editor.OpenAsync("Board.cs");
        await program.Editor.ReplaceAsync("Board.cs", "Hello", "Goodbye");
        await program.Editor.ReplaceAsync("Board.cs", "Goodbye", "Hello");

        var result = await program.Editor.ApplyAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.NoChange), result.Message);
        Assert.That(result.Generation, Is.Zero);
        Assert.That(program.Editor.Heard.Output.ToString(), Does.Not.Contain("Goodbye"));
    }

    [Test]
    public async Task An_error_that_is_undone_leaves_no_generation_and_no_diagnostic()
    {
        await using var program = await Shared.Server.StartAsync("console");
        Assert.That((await program.ApplyUnsavedAsync("Board.cs", "Hello", "Hi")).Generation, Is.EqualTo(1));
        await program.Editor.ReplaceAsync("Board.cs", "guests\";", "guests\"");
        Assert.That((await program.Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.Held));
        await program.Editor.ReplaceAsync("Board.cs", "guests\"", "guests\";");

        var result = await program.Editor.ApplyAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.NoChange), result.Message);
        Assert.That(result.Generation, Is.EqualTo(1));
        await program.Editor.DiagnosticsAsync("Board.cs", diagnostics => diagnostics.IsEmpty);
        await program.Editor.StatusAsync(SessionState.Ready);
    }

    [Test]
    public async Task An_applied_edit_can_be_undone()
    {
        await using var program = await Shared.Server.StartAsync("console");
        Assert.That((await program.ApplyUnsavedAsync("Board.cs", "Hello", "Hi")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        var mark = program.Mark();
        await program.Editor.ReplaceAsync("Board.cs", "Hi", "Hello");

        var result = await program.Editor.ApplyAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
        Assert.That(result.Generation, Is.EqualTo(2));
        await program.Editor.OutputContainingAsync("Hello, 0 guests", mark);
    }
}
