using System.Diagnostics;
using System.Text;

namespace HotReload.FaultTests;

/// <summary>
/// A generator is foreign code in the server: it hangs, it writes where it must not, and what is typed meanwhile must not wait for it. The
/// tests share one program; a word in it tells its generator what to do (tests/fixtures/generators).
/// </summary>
sealed class GeneratorTests
{
    const string Typed = "App/Typed.cs";

    LiveProgram _program = null!;
    int _asked;

    EditorClient Editor => _program.Editor;

    [OneTimeSetUp]
    public async Task Start()
    {
        // A server of its own: a generator that hangs goes on in it to the end.
        _program = await LiveProgram.StartAsync("generators", "App/Generators.csproj");
        await Editor.OpenAsync(Typed);
    }

    [OneTimeTearDown]
    public async Task End() => await _program.DisposeAsync();

    /// <summary>The program or a library writes to stdout: the LSP stream stays clean.</summary>
    [Test, Order(1)]
    public async Task FAULT_10_what_a_generator_writes_to_standard_output_is_no_part_of_the_stream()
    {
        await SaveAsync("typed", "magpie");
        var applied = await Editor.NextResultAsync();

        Assert.That(applied.Outcome, Is.EqualTo(ReloadOutcome.Applied), applied.Message);
        await Editor.SessionsAsync();
        Assert.That(Editor.Server.Errors.All(), Has.Some.Contain("Magpies steal the stream").And.Some.Contain("?!"));
    }

    /// <summary>A source generator throws or hangs: diagnostic, time limit, alive. A hang's limit itself: <c>HangingGeneratorTests</c>.</summary>
    [Test, Order(2)]
    public async Task FAULT_26_text_on_which_a_generator_hangs_is_overtaken_by_text_on_which_it_does_not()
    {
        var before = Editor.Heard.Results.Count;
        await HangAsync("magpie");

        await SaveAsync("sloth", "cat");
        var result = await Editor.NextResultAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
        Assert.That(await AskAsync("Typed"), Is.EqualTo("cat"));
        Assert.That(Editor.Heard.Results.Count - before, Is.EqualTo(1));
    }

    /// <summary>Save during a compile: the old result is dropped by SnapshotId, no double apply.</summary>
    [Test, Order(3)]
    public async Task FAULT_24_a_save_during_a_compilation_takes_its_place()
    {
        var (before, generation) = (Editor.Heard.Results.Count, Editor.Heard.Results.All()[^1].Generation);
        var overtaken = await HangAsync("cat");

        await SaveAsync("sloth", "dog");
        var result = await Editor.NextResultAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
        Assert.That(result.Generation, Is.EqualTo(generation + 1));
        Assert.That(Editor.Heard.Events.All().Select(occurred => (occurred.Kind, occurred.Correlation)), Has.Some.EqualTo(("reloadSuperseded", overtaken)));
        Assert.That(Editor.Heard.Results.Count - before, Is.EqualTo(1));
        Assert.That((await Editor.ApplyAsync()).Outcome, Is.EqualTo(ReloadOutcome.NoChange));
        Assert.That(await AskAsync("Typed"), Is.EqualTo("dog"));
    }

    /// <summary>A 20 MB file, a 5 MB line: typing acknowledged within 50 ms, compile cancellable.</summary>
    [Test, Order(4)]
    public async Task FAULT_16_typing_in_an_enormous_file_waits_for_no_compilation()
    {
        const int keys = 7;
        await HangAsync("dog");
        var (started, text, times) = (Editor.Heard.Results.Count, Enormous(), new List<double>());
        await Editor.OpenAsync("App/Big.cs", text);
        await Editor.DescribeAsync("App/Big.cs");
        for (var key = 0; key < keys; key++)
        {
            await Editor.SpliceAsync("App/Big.cs", text.Length / 2, 0, "x");
            var clock = Stopwatch.GetTimestamp();
            await Editor.DescribeAsync("App/Big.cs");
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        TestContext.Out.WriteLine($"Median of {keys} keys in {text.Length / 1e6:0} MB: {times.Order().ElementAt(keys / 2):0.0} ms");
        Assert.That(Editor.Heard.Results.Count, Is.EqualTo(started), "The compilation is still going on.");
        await SaveAsync("sloth", "emu");
        var result = await Editor.NextResultAsync();
        if (result.Diagnostics.Any(diagnostic => diagnostic.Code == "HR1015"))
        {
            // On a busy machine the time of the one that hangs may be over just before.
            result = await Editor.NextResultAsync();
        }

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
        await Editor.CloseAsync("App/Big.cs");
    }

    /// <summary>Begins a reload that does not end; what its events are correlated by.</summary>
    async Task<string> HangAsync(string word)
    {
        var last = Editor.Heard.Events.All()[^1].Id;
        await SaveAsync(word, "sloth");
        return (await Editor.EventAsync("reloadStarted", occurred => occurred.Id > last)).Correlation;
    }

    async Task SaveAsync(string word, string other)
    {
        await Editor.ReplaceAsync(Typed, $"\"{word}\"", $"\"{other}\"");
        await Editor.SessionsAsync();
        await Editor.SaveAsync(Typed);
    }

    async Task<string> AskAsync(string type)
    {
        var question = $"{type} #{++_asked}";
        await Editor.InputAsync(question + "\n");
        return (await Editor.OutputContainingAsync(question + ": "))[(question.Length + 2)..].Trim();
    }

    static string Enormous()
    {
        var text = new StringBuilder("namespace Generators;\n\n");
        text.Append("// ").Append('a', 5_000_000).Append('\n');
        while (text.Length < 20_000_000)
        {
            text.Append("// A line as there are many in files that tools have written, with \t and é in it.\n");
        }

        return text.ToString();
    }
}
