using HotReload.Testing.Probing;

namespace HotReload.FaultTests;

/// <summary>Program paused or spinning: the apply is reported pending, later edits coalesce.</summary>
[Platform("Linux,MacOsX")]
sealed class Fault32_BusyProgramTests
{
    LiveProgram _program = null!;

    [OneTimeSetUp]
    public async Task Start() => _program = await Shared.Server.StartAsync("console");

    [OneTimeTearDown]
    public async Task End() => await _program.DisposeAsync();

    [Test, Order(1)]
    public async Task Edits_that_are_saved_while_the_program_is_paused_are_one_reload_when_it_goes_on()
    {
        var before = _program.Editor.Heard.Results.Count;
        var id = _program.Session.Processes.Single();
        await _program.Editor.OpenAsync("Board.cs");
        ProcessSignal.Pause(id);
        try
        {
            await SaveAsync("Hello", "First");
            var pending = await _program.Editor.StatusAsync(SessionState.Pending);
            Assert.That(pending.Message, Does.Contain("may be paused"));
            await SaveAsync("First", "Second");
            await SaveAsync("Second", "Third");
            await _program.Editor.SessionsAsync();
            Assert.That(_program.Editor.Heard.Results.Count, Is.EqualTo(before));
        }
        finally
        {
            ProcessSignal.Continue(id);
        }

        var first = await _program.Editor.NextResultAsync();
        var second = await _program.Editor.NextResultAsync();
        await _program.Editor.OutputContainingAsync("Third, 0 guests");
        Assert.That((first.Outcome, second.Outcome), Is.EqualTo((ReloadOutcome.Applied, ReloadOutcome.Applied)), first.Message + second.Message);
        Assert.That(_program.Editor.Heard.Results.Count - before, Is.EqualTo(2), "One for each text that was sent.");
        Assert.That((await _program.Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.NoChange));
    }

    [Test, Order(2)]
    public async Task A_program_that_spins_takes_edits_all_the_same()
    {
        await _program.ApplyUnsavedAsync(
            "Conversation.cs", "visitors.Names.Add(name);", "while (name == \"spin\")\n        {\n        }\n\n        visitors.Names.Add(name);");
        await _program.Editor.InputAsync("spin\n");

        var result = await _program.ApplyUnsavedAsync("Board.cs", "Third", "Spinning");
        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
        await _program.Editor.OutputContainingAsync("Spinning, 0 guests");
    }

    async Task SaveAsync(string old, string text)
    {
        await _program.Editor.ReplaceAsync("Board.cs", old, text);
        await _program.Editor.SaveAsync("Board.cs");
    }
}
