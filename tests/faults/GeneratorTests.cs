using System.Diagnostics;
using System.Text;

namespace HotReload.FaultTests;

/// <summary>
/// A generator is foreign code in the server: it hangs, it writes where it must not, and what is typed meanwhile must not wait for it. The
/// tests share one program, of whose generator the names of the animals are what ails it (tests/fixtures/generators).
/// </summary>
sealed class GeneratorTests
{
    const string Zoo = "App/Zoo.cs";
    const string Sloth = "sealed class Bear : Animal;\n\nsealed class Sloth : Animal;";
    const string Bear = "sealed class Bear : Animal;";

    LiveProgram _program = null!;

    EditorClient Editor => _program.Editor;

    [OneTimeSetUp]
    public async Task Start()
    {
        _program = await LiveProgram.StartAsync("generators", "App/Generators.csproj");
        await Editor.OpenAsync(Zoo);
    }

    [OneTimeTearDown]
    public async Task End() => await _program.DisposeAsync();

    /// <summary>The program or a library writes to stdout: the LSP stream stays clean.</summary>
    [Test, Order(1)]
    public async Task FAULT_10_what_a_generator_writes_to_standard_output_is_no_part_of_the_stream()
    {
        var applied = await _program.SaveAsync(Zoo, Bear, "sealed class Bear : Animal;\n\nsealed class Magpie : Animal;");

        Assert.That(applied.Outcome, Is.EqualTo(ReloadOutcome.Applied), applied.Message);
        await Editor.SessionsAsync();
        Assert.That(Editor.Server.Errors.All(), Has.Some.Contain("Magpies steal the stream"));
        Assert.That((await _program.SaveAsync(Zoo, "\n\nsealed class Magpie : Animal;", "")).Outcome, Is.EqualTo(ReloadOutcome.Applied));
    }

    /// <summary>A source generator throws or hangs: diagnostic, time limit, alive. A hang's limit itself: <c>BoundedCompilationTests</c>.</summary>
    [Test, Order(2)]
    public async Task FAULT_26_text_on_which_a_generator_hangs_is_overtaken_by_text_on_which_it_does_not()
    {
        var before = Editor.Heard.Results.Count;
        await HangAsync();

        await Editor.ReplaceAsync(Zoo, Sloth, "sealed class Bear : Animal;\n\nsealed class Cat : Animal;");
        await Editor.SaveAsync(Zoo);
        var result = await Editor.NextResultAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), result.Message);
        await AskedAsync("Zoo", "animals: Bear, Cat");
        Assert.That(Editor.Heard.Results.Count - before, Is.EqualTo(1));
    }

    /// <summary>Save during a compile: the old result is dropped by SnapshotId, no double apply.</summary>
    [Test, Order(3)]
    public async Task FAULT_24_a_save_during_a_compilation_takes_its_place()
    {
        var before = Editor.Heard.Results.Count;
        var generation = Editor.Heard.Results.All()[^1].Generation;
        await HangAsync();
        var overtaken = Editor.Heard.Events.All().Last(occurred => occurred.Kind == "reloadStarted").Correlation;

        await Editor.OpenAsync("App/Typed.cs");
        await Editor.ReplaceAsync("App/Typed.cs", "\"typed\"", "\"saved\"");
        await Editor.ReplaceAsync(Zoo, Sloth, Bear);
        await Editor.SaveAsync(Zoo);
        await Editor.SaveAsync("App/Typed.cs");
        await AskedAsync("Typed", "saved", until: true);

        var results = Editor.Heard.Results.All().Skip(before).ToList();
        Assert.That(results.Select(result => result.Outcome), Is.All.AnyOf(ReloadOutcome.Applied, ReloadOutcome.NoChange));
        Assert.That(results.Select(result => result.Snapshot.ToString()), Has.None.EqualTo(overtaken));
        Assert.That(Editor.Heard.Events.All().Select(occurred => (occurred.Kind, occurred.Correlation)), Has.Some.EqualTo(("reloadSuperseded", overtaken)));
        Assert.That(results[^1].Generation - generation, Is.EqualTo(results.Count(result => result.Outcome == ReloadOutcome.Applied)));
    }

    /// <summary>A 20 MB file, a 5 MB line: typing acknowledged within 50 ms, compile cancellable.</summary>
    [Test, Order(4)]
    public async Task FAULT_16_typing_in_an_enormous_file_waits_for_no_compilation()
    {
        const int keys = 30;
        await HangAsync();
        var started = Editor.Heard.Results.Count;
        await Editor.OpenAsync("App/Big.cs", Enormous());
        await Editor.DescribeAsync("App/Big.cs");
        var times = new List<double>();
        for (var key = 0; key < keys; key++)
        {
            await Editor.TypeAsync("App/Big.cs", key == 0 ? "// Here:" : $"// Here:{new string('x', key)}", "x");
            var clock = Stopwatch.GetTimestamp();
            await Editor.DescribeAsync("App/Big.cs");
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        TestContext.Out.WriteLine($"Median of {keys} keys in {Enormous().Length / 1e6:0} MB: {times.Order().ElementAt(keys / 2):0.0} ms");
        Assert.That(Editor.Heard.Results.Count, Is.EqualTo(started), "The compilation is still going on.");
        await Editor.ReplaceAsync(Zoo, Sloth, Bear);
        var result = await Editor.ApplyAsync();
        Assert.That(result.Outcome, Is.AnyOf(ReloadOutcome.Applied, ReloadOutcome.NoChange), result.Message);
        await Editor.CloseAsync("App/Big.cs");
    }

    /// <summary>Begins a reload that does not end.</summary>
    async Task HangAsync()
    {
        var from = Editor.Heard.Events.Count;
        await Editor.ReplaceAsync(Zoo, Bear, Sloth);
        await Editor.SaveAsync(Zoo);
        await Editor.EventAsync("reloadStarted", occurred => occurred.Id > LastBefore(from));
        await Editor.StatusAsync(SessionState.Compiling);
    }

    long LastBefore(int count) => count == 0 ? 0 : Editor.Heard.Events.All()[count - 1].Id;

    async Task AskedAsync(string type, string answer, bool until = false)
    {
        for (var number = 0; ; number++)
        {
            await Editor.InputAsync($"{type} {number}\n");
            var line = await Editor.OutputContainingAsync($"{type} {number}: ");
            if (!until || line.Contains(answer, StringComparison.Ordinal))
            {
                Assert.That(line, Does.EndWith(answer));
                return;
            }

            await Editor.NextResultAsync();
        }
    }

    static string Enormous()
    {
        var text = new StringBuilder("namespace Generators;\n\n// Here:\n");
        text.Append("// ").Append('a', 5_000_000).Append('\n');
        while (text.Length < 20_000_000)
        {
            text.Append("// A line as there are many in files that tools have written, with \t and é in it.\n");
        }

        return text.ToString();
    }
}
