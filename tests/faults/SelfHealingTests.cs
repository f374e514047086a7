namespace HotReload.FaultTests;

/// <summary>Programs that a change has made fail: marked, restarted with all text where that is wanted, and told once.</summary>
sealed class SelfHealingTests
{
    int _asked;

    [Test]
    public async Task Code_that_a_change_has_no_way_into_restarts_the_program_when_it_is_called()
    {
        await using var program = await StartAsync(RestartPolicy.Auto);
        Assert.That(await AskAsync(program, "later"), Is.EqualTo("other"));
        Assert.That((await program.ApplyUnsavedAsync("Work.cs", "_later = () => captured;", "_later = null;")).Outcome, Is.EqualTo(ReloadOutcome.Applied));

        Assert.That(await AskAsync(program, "now"), Is.EqualTo("HotReloadException"));
        var healed = await program.Editor.NextResultAsync();
        Assert.That(healed.Outcome, Is.EqualTo(ReloadOutcome.Restarted), healed.Message);
        Assert.That(Warnings(program).Single(), Does.Contain("Restart"));
        Assert.That(await AskAsync(program, "later"), Is.EqualTo("other"));
        Assert.That(await AskAsync(program, "now"), Is.EqualTo("nothing"));
    }

    [Test]
    public async Task Without_the_setting_the_program_is_marked_and_a_restart_is_offered()
    {
        await using var program = await StartAsync(RestartPolicy.Ask);
        await AskAsync(program, "later");
        await program.ApplyUnsavedAsync("Work.cs", "_later = () => captured;", "_later = null;");
        await AskAsync(program, "now");
        await AskAsync(program, "now");

        var marked = await program.Editor.StatusAsync(SessionState.RestartRequired);
        Assert.That(marked.Message, Does.Contain("Restart it"));
        var next = await program.ApplyUnsavedAsync("Typed.cs", "\"one\"", "\"two\"");
        Assert.That(next.Outcome, Is.EqualTo(ReloadOutcome.RestartRequired), next.Message);
        Assert.That(Warnings(program), Has.Exactly(1).Items);

        Assert.That((await program.Editor.RestartAsync()).Outcome, Is.EqualTo(ReloadOutcome.Restarted));
        Assert.That(await AskAsync(program, "type"), Is.EqualTo("two"));
    }

    static async Task<LiveProgram> StartAsync(RestartPolicy restart) =>
        await Shared.Server.StartAsync("faults", options: new(Restart: restart));

    static IEnumerable<string> Warnings(LiveProgram program) =>
        program.Editor.Heard.Events.All().Where(occurred => occurred.Kind == "warning").Select(occurred => occurred.Message);

    async Task<string> AskAsync(LiveProgram program, string what)
    {
        var question = $"{what} #{++_asked}";
        await program.Editor.InputAsync(question + "\n");
        return (await program.Editor.OutputContainingAsync(question + ": "))[(question.Length + 2)..].Trim();
    }
}
