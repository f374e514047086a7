using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HotReload.IntegrationTests;

sealed partial class ConsoleTests
{
    [Test]
    public async Task An_unsaved_edit_changes_what_the_program_writes_and_its_ticks_go_on()
    {
        await using var program = await Shared.Server.StartAsync("console");
        var before = Read(await program.Editor.OutputContainingAsync("Hello, 0 guests"));

        var mark = program.Mark();
        var result = await program.ApplyUnsavedAsync("Board.cs", "Hello", "Good evening");

        program.MustBeApplied(result);
        var after = Read(await program.Editor.OutputContainingAsync("Good evening, 0 guests", mark));
        Assert.Multiple(() =>
        {
            Assert.That(result.Cause, Is.EqualTo(ReloadCause.Manual));
            Assert.That(result.Members.Select(member => member.Name), Has.Some.StartsWith("Board.Text"));
            Assert.That(after.Process, Is.EqualTo(before.Process));
            Assert.That(after.Tick, Is.GreaterThan(before.Tick));
            Assert.That(program.Fixture.Read("Board.cs"), Does.Contain("Hello").And.Not.Contain("Good evening"));
        });
    }

    [Test]
    public async Task A_saved_edit_changes_what_the_program_writes_and_its_ticks_go_on()
    {
        await using var program = await Shared.Server.StartAsync("console");
        var before = Read(await program.Editor.OutputContainingAsync("Hello, 0 guests"));

        var mark = program.Mark();
        var result = await program.SaveAsync("Board.cs", "Hello", "Good morning");

        program.MustBeApplied(result);
        var after = Read(await program.Editor.OutputContainingAsync("Good morning, 0 guests", mark));
        Assert.Multiple(() =>
        {
            Assert.That(result.Cause, Is.EqualTo(ReloadCause.Save));
            Assert.That(result.Generation, Is.EqualTo(1));
            Assert.That(after.Process, Is.EqualTo(before.Process));
            Assert.That(after.Tick, Is.GreaterThan(before.Tick));
        });
    }

    [Test]
    public async Task An_edit_applies_by_itself_when_typing_pauses()
    {
        await using var program = await Shared.Server.StartAsync("console", mode: ReloadMode.Type);
        var mark = program.Mark();
        await program.Editor.OpenAsync("Board.cs");

        await program.Editor.TypeAsync("Board.cs", "Hello", " and welcome");

        var result = await program.Editor.NextResultAsync(result => result.Outcome == ReloadOutcome.Applied);
        Assert.That(result.Cause, Is.EqualTo(ReloadCause.Keystroke));
        await program.Editor.OutputContainingAsync("Hello and welcome, 0 guests", mark);
    }

    [Test]
    public async Task A_change_on_disk_to_a_file_that_is_not_open_counts()
    {
        await using var program = await Shared.Server.StartAsync("console");
        var mark = program.Mark();

        program.Fixture.Replace("Board.cs", "Hello", "Written elsewhere");

        var result = await program.Editor.NextResultAsync();
        program.MustBeApplied(result);
        Assert.That(result.Cause, Is.EqualTo(ReloadCause.Disk));
        await program.Editor.OutputContainingAsync("Written elsewhere, 0 guests", mark);
    }

    [Test]
    public async Task Standard_input_reaches_the_program_and_what_it_remembers_stays()
    {
        await using var program = await Shared.Server.StartAsync("console");
        await program.Editor.InputAsync("Ada\n");
        await program.Editor.OutputContainingAsync("Welcome Ada, you are guest 1");

        program.MustBeApplied(await program.ApplyUnsavedAsync("Conversation.cs", "Welcome {name}", "Nice to see you, {name}"));

        await program.Editor.InputAsync("Grace\n");
        await program.Editor.OutputContainingAsync("Nice to see you, Grace, you are guest 2");
    }

    [Test]
    public async Task A_method_and_a_field_can_be_added()
    {
        await using var program = await Shared.Server.StartAsync("console");
        var mark = program.Mark();
        await program.Editor.OpenAsync("Board.cs");
        await program.Editor.ReplaceAsync(
            "Board.cs",
            "        return $\"Hello, {guests} guests\";\n    }",
            "        return Dressed($\"Hello, {guests} guests\");\n    }\n\n"
            + "    private int _dressed;\n\n    private string Dressed(string text) => $\"{text}, line {++_dressed} in dress\";");

        var result = await program.Editor.ApplyAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
        Assert.That(
            result.Members.Where(member => member.Change == MemberChange.Added).Select(member => member.Kind),
            Is.SupersetOf((string[])["method", "field"]));
        await program.Editor.OutputContainingAsync("Hello, 0 guests, line 2 in dress", mark);
    }

    [Test]
    public async Task FAULT_22_an_edit_that_is_no_delta_is_refused_whole_and_a_restart_brings_it()
    {
        await using var program = await Shared.Server.StartAsync("console");
        var before = Read(await program.Editor.OutputContainingAsync("Hello, 0 guests"));
        await program.Editor.OpenAsync("Visitors.cs");
        await program.Editor.ReplaceAsync("Visitors.cs", "public sealed class Visitors", "public sealed class Visitors : IDisposable");
        await program.Editor.ReplaceAsync(
            "Visitors.cs", "public int Ticks { get; set; }", "public int Ticks { get; set; }\n\n    public void Dispose() { }");
        await program.Editor.OpenAsync("Board.cs");
        await program.Editor.ReplaceAsync("Board.cs", "Hello", "After the restart");

        var refused = await program.Editor.ApplyAsync();

        Assert.That(refused.Outcome, Is.EqualTo(ReloadOutcome.RestartRequired), refused.Message);
        Assert.Multiple(() =>
        {
            Assert.That(refused.Diagnostics.Select(diagnostic => diagnostic.Code), Has.Some.StartsWith("ENC"));
            Assert.That(refused.Diagnostics.Select(diagnostic => diagnostic.File), Has.Some.EndsWith("Visitors.cs"));
            Assert.That(refused.Generation, Is.Zero);
            Assert.That(program.Editor.Heard.Output.ToString(), Does.Not.Contain("After the restart"));
        });

        // A restart builds from the disk, so what it shall bring must be saved.
        await program.Editor.SaveAsync("Visitors.cs");
        await program.Editor.SaveAsync("Board.cs");
        var mark = program.Mark();
        var restarted = await program.Editor.RestartAsync();

        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        var after = Read(await program.Editor.OutputContainingAsync("After the restart, 0 guests", mark));
        Assert.That(after.Process, Is.Not.EqualTo(before.Process));
    }

    [Test]
    public async Task A_program_that_was_restarted_takes_edits_as_before()
    {
        await using var program = await Shared.Server.StartAsync("console");
        program.MustBeApplied(await program.ApplyUnsavedAsync("Board.cs", "Hello", "First"));
        var mark = program.Mark();

        var restarted = await program.Editor.RestartAsync();

        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        await program.Editor.OutputContainingAsync("First, 0 guests", mark);
        await program.Editor.ReplaceAsync("Board.cs", "First", "Second");
        program.MustBeApplied(await program.Editor.ApplyAsync());
        await program.Editor.OutputContainingAsync("Second, 0 guests", mark);
    }

    [Test]
    public async Task Paused_edits_wait_and_apply_on_resume()
    {
        await using var program = await Shared.Server.StartAsync("console");
        await program.Editor.PauseAsync();
        await program.Editor.OpenAsync("Board.cs");
        await program.Editor.ReplaceAsync("Board.cs", "Hello", "Late");
        await program.Editor.SaveAsync("Board.cs");
        var mark = program.Mark();
        Assert.That(program.Editor.Heard.Results.All().Where(IsChange), Is.Empty);

        await program.Editor.ResumeAsync();

        program.MustBeApplied(await program.Editor.NextResultAsync(IsChange));
        await program.Editor.OutputContainingAsync("Late, 0 guests", mark);

        // The files were written just before the start: what is told of them is a reload without change.
        static bool IsChange(ReloadResult result) => result.Outcome != ReloadOutcome.NoChange;
    }

    [Test]
    public async Task Closing_a_buffer_takes_its_unsaved_text_back()
    {
        await using var program = await Shared.Server.StartAsync("console");
        program.MustBeApplied(await program.ApplyUnsavedAsync("Board.cs", "Hello", "Unsaved"));
        var mark = program.Mark();

        await program.Editor.CloseAsync("Board.cs");
        var result = await program.Editor.ApplyAsync();

        Assert.That(result.Outcome, Is.AnyOf(ReloadOutcome.Applied, ReloadOutcome.NoChange), result.Message);
        await program.Editor.OutputContainingAsync("Hello, 0 guests", mark);
    }

    [Test]
    public async Task Stop_ends_the_program()
    {
        await using var program = await Shared.Server.StartAsync("console");
        var process = Read(await program.Editor.OutputContainingAsync("Hello, 0 guests")).Process;

        await program.Editor.StopAsync();

        Assert.That(() => Process.GetProcessById(process), Throws.ArgumentException);
        Assert.That(await program.Editor.SessionsAsync(), Is.Empty);
    }

    static (int Tick, int Process) Read(string line)
    {
        var match = Tail().Match(line);
        Assert.That(match.Success, Is.True, line);
        return (Number("tick"), Number("process"));

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\[tick (?<tick>\d+), process (?<process>\d+)\]")]
    private static partial Regex Tail();
}
