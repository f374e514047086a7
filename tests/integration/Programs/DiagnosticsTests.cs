using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using HotReload.Testing.Fixtures;

namespace HotReload.IntegrationTests;

/// <summary>What is collected for a bug report is of use, and tells nothing of the user's.</summary>
sealed class DiagnosticsTests
{
    const string InServer = "canary-in-the-servers-environment";
    const string InProgram = "canary-in-the-programs-environment";
    const string InText = "CanaryOfTheSource";
    const string InOutput = "canary-of-the-program";

    LiveProgram _program = null!;
    string _home = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        var fixture = await Fixture.OpenAsync("console");
        _home = Directory.CreateDirectory(fixture.PathTo("home-of-ada")).FullName;
        _program = await LiveProgram.StartAsync(fixture, null, ReloadMode.Save, new(fixture.Root)
        {
            Environment = ImmutableDictionary<string, string>.Empty.Add("HOME", _home).Add("SECRET_TOKEN", InServer),
            Initialization = new(DebounceOnType: 77),
        });
        await _program.Editor.StopAsync();
        await _program.Editor.StartAsync(new(LaunchProfile: "", Environment: ImmutableDictionary<string, string>.Empty.Add("DATABASE", InProgram)));
        await _program.ApplyUnsavedAsync("Board.cs", "Hello", "Good day");
        await _program.ApplyUnsavedAsync("Board.cs", "return", $"{InText}(\"{InText} in quotes\"); return");
        await _program.Editor.InputAsync(InOutput + "\n");
        await _program.Editor.OutputContainingAsync(InOutput);
    }

    [OneTimeTearDown]
    public async Task End() => await _program.DisposeAsync();

    [Test]
    public async Task The_file_says_what_a_report_needs()
    {
        var files = await CollectAsync(Path.Combine(_home, "for-a-report.zip"));

        Assert.That(files.Keys, Is.EquivalentTo(new[] { "README.txt", "about.json", "settings.json", "sessions.json", "timeline.json", "recoveries.json", "events.json", "phases.json", "log.txt" }));
        var about = JsonElement.Parse(files["about.json"]);
        Assert.That(about.GetProperty("runtime").GetString(), Does.StartWith(".NET 10"));
        Assert.That(about.GetProperty("client").GetString(), Is.EqualTo("HotReload.Testing"));
        Assert.That(about.GetProperty("clientSays").GetProperty("extension").GetString(), Is.EqualTo("1.2.3"));
        Assert.That(JsonElement.Parse(files["settings.json"]).GetProperty("debounceOnType").GetInt32(), Is.EqualTo(77));
        Assert.That(JsonElement.Parse(files["sessions.json"]).EnumerateArray().Single().GetProperty("sdkVersion").GetString(), Is.Not.Empty);
        var timeline = JsonElement.Parse(files["timeline.json"]).EnumerateArray().Select(entry => entry.GetProperty("outcome").GetString()).ToList();
        Assert.That(timeline, Is.EqualTo(new[] { "Applied", "Held" }));
        Assert.That(files["timeline.json"], Does.Contain("CS0103").And.Contain("Board.cs"));
        Assert.That(files["events.json"], Does.Contain("programStarted"));
        Assert.That(JsonElement.Parse(files["phases.json"]).EnumerateArray().Select(phase => phase.GetProperty("phase").GetString()), Has.Member("apply"));
    }

    [Test]
    public async Task FAULT_42_it_tells_no_value_of_the_environment_no_text_and_no_name()
    {
        var all = string.Join('\n', await CollectAsync(Path.Combine(_home, "for-a-search.zip")));

        foreach (var secret in new[] { InServer, InProgram, InText, InOutput, _home, "Good day", "guests" })
        {
            Assert.That(all, Does.Not.Contain(secret).IgnoreCase, secret);
        }

        if (Environment.UserName.Length > 2)
        {
            Assert.That(all, Does.Not.Match($@"\b{System.Text.RegularExpressions.Regex.Escape(Environment.UserName)}\b"));
        }
    }

    [Test]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        var path = Path.Combine(_home, "there.zip");
        File.WriteAllText(path, "mine");

        Assert.That(async () => await CollectAsync(path), Throws.Exception.With.Message.Contain("can't be written"));
        Assert.That(File.ReadAllText(path), Is.EqualTo("mine"));
    }

    [Test, Platform("Linux,MacOsX")]
    public async Task Its_user_alone_can_read_it()
    {
        var path = Path.Combine(_home, "alone.zip");
        await CollectAsync(path);

        Assert.That(OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    async Task<Dictionary<string, string>> CollectAsync(string path)
    {
        // As an editor does that knows no more of this server than its commands.
        var collected = await _program.Editor.RequestAsync<object, CollectedDiagnostics>("workspace/executeCommand", new
        {
            command = "hotReload.collectDiagnostics",
            arguments = new[] { new { path, client = new { extension = "1.2.3" } } },
        });
        await using var zip = await ZipFile.OpenReadAsync(collected.Path);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            files[entry.FullName] = await reader.ReadToEndAsync();
        }

        Assert.That(files.Keys, Is.EqualTo(collected.Entries));
        return files;
    }
}
