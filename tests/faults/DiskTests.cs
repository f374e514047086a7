namespace HotReload.FaultTests;

/// <summary>Files that others than the editor write. The tests share one program.</summary>
sealed class DiskTests
{
    LiveProgram _program = null!;

    [OneTimeSetUp]
    public async Task Start() => _program = await Shared.Server.StartAsync("console");

    [OneTimeTearDown]
    public async Task End() => await _program.DisposeAsync();

    /// <summary>External write to an open dirty file: the buffer wins; after close the disk counts.</summary>
    [Test, Order(1)]
    public async Task FAULT_19_an_unsaved_buffer_beats_what_others_write_until_it_is_closed()
    {
        await _program.Editor.OpenAsync("Board.cs");
        await _program.Editor.ReplaceAsync("Board.cs", "Hello", "Typed");
        await _program.Editor.SessionsAsync();
        _program.Fixture.Replace("Board.cs", "Hello", "Written");

        // Whoever has seen this file change has seen the one before it.
        _program.Fixture.Replace("Conversation.cs", "Welcome", "Greetings");
        var other = await _program.Editor.NextResultAsync();
        Assert.That((other.Cause, other.Outcome), Is.EqualTo((ReloadCause.Disk, ReloadOutcome.Applied)), other.Message);
        Assert.That(other.Members.Select(member => member.Name), Has.All.Contain("Answer"));

        var typed = await _program.Editor.ApplyAsync();
        Assert.That(typed.Outcome, Is.EqualTo(ReloadOutcome.Applied), typed.Message);
        await _program.Editor.OutputContainingAsync("Typed, 0 guests");
        Assert.That(_program.Editor.Heard.Output.ToString(), Does.Not.Contain("Written"));

        await _program.Editor.CloseAsync("Board.cs");
        Assert.That((await _program.Editor.NextResultAsync()).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        await _program.Editor.OutputContainingAsync("Written, 0 guests");
    }

    /// <summary>Delete and recreate within 150 ms (atomic save), a zero-length read in between: one change.</summary>
    [Test, Order(2)]
    public async Task FAULT_20_a_file_that_is_deleted_empty_and_back_at_once_has_changed_once()
    {
        var path = _program.Fixture.PathTo("Board.cs");
        var text = _program.Fixture.Read("Board.cs").Replace("Written", "Saved", StringComparison.Ordinal);
        var before = _program.Editor.Heard.Results.Count;

        File.Delete(path);
        File.WriteAllText(path, "");
        File.WriteAllText(path, text);
        var saved = await _program.Editor.NextResultAsync();
        Assert.That(saved.Outcome, Is.EqualTo(ReloadOutcome.Applied), saved.Message);
        await _program.Editor.OutputContainingAsync("Saved, 0 guests");

        // What came late would come before this.
        _program.Fixture.Replace("Conversation.cs", "Greetings", "Welcome");
        Assert.That((await _program.Editor.NextResultAsync()).Members.Select(member => member.Name), Has.All.Contain("Answer"));
        Assert.That(_program.Editor.Heard.Results.Count - before, Is.EqualTo(2));
    }
}
