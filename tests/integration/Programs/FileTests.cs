using System.Text;
using HotReload.Core.Documents;

namespace HotReload.IntegrationTests;

/// <summary>What happens to files while the program runs. The tests share one program; each has types and files of its own.</summary>
sealed class FileTests
{
    SayingProgram _program = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _program = await SayingProgram.StartAsync("files", "App/Files.csproj");

    [OneTimeTearDown]
    public async Task StopAsync() => await _program.DisposeAsync();

    [Test]
    public Task A_renamed_file_is_the_same_program_with_the_same_state() => MustGoOnAsync("Renamed", "App/Renamed.cs", "App/Other.cs", File.Move);

    [Test]
    public Task A_file_may_change_only_the_case_of_its_name() => MustGoOnAsync("Cased", "App/cased.cs", "App/Cased.cs", File.Move);

    [Test]
    public Task A_moved_folder_takes_its_files_along() => MustGoOnAsync(
        "Moved", "App/Here/Moved.cs", "App/There/Moved.cs",
        (from, to) => Directory.Move(Path.GetDirectoryName(from)!, Path.GetDirectoryName(to)!));

    [Test]
    public async Task A_file_that_is_open_may_be_renamed_in_the_editor()
    {
        await _program.Live.SaveAsync("App/Opened.cs", "one", "two");
        Assert.That(await _program.AskAsync("Opened"), Is.EqualTo("two, asked 1"));

        File.Move(_program.Fixture.PathTo("App/Opened.cs"), _program.Fixture.PathTo("App/Again.cs"));
        await _program.Editor.CloseAsync("App/Opened.cs");
        await _program.Editor.OpenAsync("App/Again.cs");

        var result = await _program.Editor.NextResultAsync();
        Assert.That(result.Outcome, Is.AnyOf(ReloadOutcome.NoChange, ReloadOutcome.Applied), result.Message);
        Assert.That((await _program.Live.SaveAsync("App/Again.cs", "two", "three")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That(await _program.AskAsync("Opened"), Is.EqualTo("three, asked 2"));
    }

    [Test]
    public async Task A_linked_file_outside_the_projects_folder_counts()
    {
        Assert.That(await _program.AskAsync("Linked"), Is.EqualTo("one, asked 1"));

        _program.Live.MustBeApplied(await _program.OnlyResultAsync(() => _program.Fixture.Replace("Shared/Linked.cs", "one", "two")));

        Assert.That(await _program.AskAsync("Linked"), Is.EqualTo("two, asked 2"));
    }

    [Test]
    public async Task A_file_that_the_project_leaves_out_is_no_part_of_the_program()
    {
        // Were any of them taken in, nothing could be compiled; the last one is to have been waited for.
        await _program.Editor.OpenAsync("App/Templates/Template.cs");
        await _program.Editor.ReplaceAsync("App/Templates/Template.cs", "no C# either", "never was");
        await _program.Editor.SaveAsync("App/Templates/Template.cs");
        _program.Fixture.Write("App/Templates/New.cs", "namespace $safeprojectname$;");
        _program.Fixture.Write("Shared/New.cs", "namespace $safeprojectname$;");

        var result = await _program.OnlyResultAsync(() => _program.Fixture.Replace("App/Waited.cs", "one", "two"));

        _program.Live.MustBeApplied(result);
        Assert.That((await DocumentAsync("App/Templates/Template.cs")).State, Is.EqualTo(DocumentState.NotInProgram));
        Assert.That((await DocumentAsync("Shared/New.cs")).State, Is.EqualTo(DocumentState.NotInProgram));
        Assert.That((await DocumentAsync("App/Waited.cs")).State, Is.EqualTo(DocumentState.Running));
    }

    [Test]
    public async Task A_new_file_counts_as_it_is_in_the_editor_and_once_it_is_saved_only()
    {
        _program.Fixture.Write("App/Unsaved.cs", "");
        await _program.Editor.OpenAsync("App/Unsaved.cs");
        await _program.Editor.SetTextAsync("App/Unsaved.cs", "namespace Files; public static class Unsaved { public static string Say() => \"new\"; }");
        Assert.That((await DocumentAsync("App/Unsaved.cs")).State, Is.EqualTo(DocumentState.Unpublished));
        Assert.That(await _program.AskAsync("Unsaved"), Is.EqualTo("nobody"));

        await _program.Editor.SaveAsync("App/Unsaved.cs");

        _program.Live.MustBeApplied(await _program.Editor.NextResultAsync(result => result.Outcome != ReloadOutcome.NoChange));
        Assert.That(await _program.AskAsync("Unsaved"), Is.EqualTo("new"));
    }

    [Test]
    public async Task A_file_with_merge_markers_is_held_until_it_is_merged()
    {
        Assert.That(await _program.AskAsync("Merged"), Is.EqualTo("one, asked 1"));
        var text = _program.Fixture.Read("App/Merged.cs");
        var line = text.Split('\n').Single(candidate => candidate.Contains("Say()", StringComparison.Ordinal));

        var held = await _program.OnlyResultAsync(() => _program.Fixture.Write("App/Merged.cs", text.Replace(
            line, $"<<<<<<< HEAD\n{line}\n=======\n{line.Replace("one", "theirs", StringComparison.Ordinal)}\n>>>>>>> feature", StringComparison.Ordinal)));

        Assert.That(held.Outcome, Is.EqualTo(ReloadOutcome.Held), held.Message);
        Assert.That(held.Diagnostics.Select(diagnostic => (diagnostic.Code, Path.GetFileName(diagnostic.File), diagnostic.Range.Start.Line)), Does.Contain(("CS8300", "Merged.cs", 6)));
        Assert.That(await _program.AskAsync("Merged"), Is.EqualTo("one, asked 2"));

        _program.Live.MustBeApplied(await _program.OnlyResultAsync(
            () => _program.Fixture.Write("App/Merged.cs", text.Replace("one", "merged", StringComparison.Ordinal))));
        Assert.That(await _program.AskAsync("Merged"), Is.EqualTo("merged, asked 3"));
    }

    [Test]
    public async Task A_file_is_read_as_it_is_written()
    {
        var text = _program.Fixture.Read("App/Wide.cs");
        foreach (var (encoding, word) in Encodings)
        {
            var result = await _program.OnlyResultAsync(() => File.WriteAllText(
                _program.Fixture.PathTo("App/Wide.cs"), text.Replace("one", word, StringComparison.Ordinal), encoding));

            _program.Live.MustBeApplied(result);
            Assert.That(await _program.AskAsync("Wide"), Does.StartWith(word + ","));
        }
    }

    [Test]
    public async Task A_burst_of_writes_by_another_program_is_one_reload()
    {
        const int Files = 8;
        var before = _program.Editor.Heard.Results.Count;
        for (var i = 0; i < Files; i++)
        {
            // Each needs the one that is written after it: no half of them is a program.
            var next = i + 1 < Files ? $"Burst{i + 1}.Say()" : "\"all\"";
            _program.Fixture.Write($"App/Burst{i}.cs", $"namespace Files; public static class Burst{i} {{ public static string Say() => {next}; }}");

            // The second tells that it is a burst; before it, a busy machine may let more time pass than a single file gets.
            await Task.Delay(i == 0 ? 0 : 25);
        }

        _program.Live.MustBeApplied(await _program.Editor.NextResultAsync());
        Assert.That(await _program.AskAsync("Burst0"), Is.EqualTo("all"));
        Assert.That(_program.Editor.Heard.Results.Count - before, Is.EqualTo(1), _program.Editor.Log);
    }

    [Test]
    public async Task A_deleted_file_goes_by_a_delta_or_is_held_and_a_restart_leaves_it_out()
    {
        // Nobody uses its type: the program goes on with it, as no runtime unloads one.
        var gone = await _program.OnlyResultAsync(() => File.Delete(_program.Fixture.PathTo("App/Unused.cs")));
        Assert.That(gone.Outcome, Is.EqualTo(ReloadOutcome.NoChange), gone.Message);
        Assert.That(gone.Diagnostics.Single().Message, Does.Contain("No code has Unused any more"));

        var held = await _program.OnlyResultAsync(() => File.Delete(_program.Fixture.PathTo("App/Used.cs")));
        Assert.That(held.Outcome, Is.EqualTo(ReloadOutcome.Held), held.Message);
        Assert.That(held.Diagnostics.Select(diagnostic => Path.GetFileName(diagnostic.File)), Does.Contain("User.cs"));

        _program.Live.MustBeApplied(await _program.OnlyResultAsync(() => _program.Fixture.Replace("App/User.cs", "Used.Say()", "\"alone\"")));
        Assert.That(await _program.AskAsync("User"), Is.EqualTo("alone"));
        Assert.That((await _program.Editor.RestartAsync()).Outcome, Is.EqualTo(ReloadOutcome.Restarted));
        Assert.That(await _program.AskAsync("User"), Is.EqualTo("alone"));
        Assert.That(await _program.AskAsync("Used"), Is.EqualTo("nobody"));
        Assert.That(await _program.AskAsync("Unused"), Is.EqualTo("nobody"));
    }

    [Test]
    public async Task A_file_that_was_deleted_comes_back_with_other_code_and_its_state()
    {
        var text = _program.Fixture.Read("App/Passing.cs");
        Assert.That(await _program.AskAsync("Passing"), Is.EqualTo("one, asked 1"));
        await _program.OnlyResultAsync(() => File.Delete(_program.Fixture.PathTo("App/Passing.cs")));

        _program.Live.MustBeApplied(await _program.OnlyResultAsync(
            () => _program.Fixture.Write("App/Passing.cs", text.Replace("one", "two", StringComparison.Ordinal))));

        Assert.That(await _program.AskAsync("Passing"), Is.EqualTo("two, asked 2"));
    }

    static IEnumerable<(Encoding, string)> Encodings =>
        [(Encoding.Unicode, "größer"), (new UTF8Encoding(true), "größe"), (Encoding.Latin1, "größter"), (new UTF8Encoding(false), "groß")];

    /// <summary>A file gets another name: that is no reload of anything, and the next edit finds it.</summary>
    async Task MustGoOnAsync(string type, string from, string to, Action<string, string> move)
    {
        var first = await _program.AskAsync(type);
        Assert.That(first, Does.StartWith("one, asked "));
        var asked = int.Parse(first["one, asked ".Length..], System.Globalization.CultureInfo.InvariantCulture);

        var moved = await _program.OnlyResultAsync(() => move(_program.Fixture.PathTo(from), _program.Fixture.PathTo(to)));

        Assert.That(moved.Outcome, Is.AnyOf(ReloadOutcome.NoChange, ReloadOutcome.Applied), moved.Message);
        Assert.That(await _program.AskAsync(type), Is.EqualTo($"one, asked {asked + 1}"));
        _program.Live.MustBeApplied(await _program.OnlyResultAsync(() => _program.Fixture.Replace(to, "one", "two")));
        Assert.That(await _program.AskAsync(type), Is.EqualTo($"two, asked {asked + 2}"));
    }

    Task<DocumentStatus> DocumentAsync(string file) => _program.Editor.RequestAsync<DocumentParams, DocumentStatus>(
        "hotReload/document", new DocumentParams(new Uri(_program.Fixture.PathTo(file)).AbsoluteUri));
}
