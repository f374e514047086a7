using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Core.Speculation;
using HotReload.UnitTests.Core.Pipeline;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Core.Speculation;

public sealed class SpeculativeEditsTests
{
    readonly TestClock _clock = new();
    FakeEdits _edits = null!;
    SpeculativeEdits _ahead = null!;
    Task<Forecast> _foreseen = null!;

    [SetUp]
    public void Create()
    {
        _edits = new();
        _ahead = new(_edits, TaskScheduler.Default, _clock);
        Expect();
    }

    [TearDown]
    public async Task End() => await Hang.Guard(_ahead.DisposeAsync().AsTask());

    [Test]
    public async Task A_save_after_a_pause_compiles_nothing()
    {
        await ForeseeAsync("typed");
        var change = await CompileAsync(Text("typed", 7));
        _ahead.Commit();

        Assert.That(_edits.Journal, Is.EqualTo(new[] { "compile typed", "commit" }));
        Assert.That((change.Verdict, change.Snapshot, change.Deltas.Single()), Is.EqualTo((CompileVerdict.Ready, new SnapshotId(7), Changes.Delta)));
    }

    [Test]
    public async Task Only_what_the_save_waited_for_is_in_its_phases()
    {
        var compilation = _edits.HoldUp();
        _ahead.Begin(Text("typed"));
        await compilation.Begun;
        _clock.Advance(40);
        var save = CompileAsync(Text("typed"));
        _clock.Advance(5);
        compilation.Answer(Changes.Ready(Text("typed")));
        var change = await save;
        _ahead.Commit();

        Assert.That((change.TextMilliseconds, change.CompileMilliseconds, change.EmitMilliseconds), Is.EqualTo((0d, 0d, 0d)));
        Assert.That(change.Speculation, Is.EqualTo(new SpeculationUse(45, 5)));
    }

    [Test]
    public async Task A_save_during_the_compilation_of_its_text_waits_for_it_and_says_so()
    {
        var compilation = _edits.HoldUp();
        _ahead.Begin(Text("typed"));
        await compilation.Begun;
        var save = CompileAsync(Text("typed"));
        await Hang.Guard(_edits.Hastes.Single().Wanted);
        _ahead.Cancel();
        compilation.Answer(Changes.Ready(Text("typed")));

        Assert.That((await save).Verdict, Is.EqualTo(CompileVerdict.Ready));
        Assert.That(_edits.Compilations, Is.EqualTo(1));
        _ahead.Discard();
    }

    [Test]
    public async Task Nobody_waits_for_what_is_compiled_ahead()
    {
        await ForeseeAsync("typed");

        Assert.That(_edits.Hastes.Single().IsWanted, Is.False);
    }

    [Test]
    public async Task A_save_of_other_text_goes_first()
    {
        var compilation = _edits.HoldUp();
        _ahead.Begin(Text("typed"));
        await compilation.Begun;
        var change = await CompileAsync(Text("saved"));
        _ahead.Commit();

        Assert.That(_edits.Journal, Is.EqualTo(new[] { "compile typed", "cancelled", "compile saved", "commit" }));
        Assert.That((change.Speculation, _edits.Hastes[1].IsWanted), Is.EqualTo(((SpeculationUse?)null, true)));
    }

    [Test]
    public async Task A_held_answer_for_other_text_is_dropped()
    {
        await ForeseeAsync("typed");
        await CompileAsync(Text("saved"));
        _ahead.Commit();

        Assert.That(_edits.Journal, Is.EqualTo(new[] { "compile typed", "discard", "compile saved", "commit" }));
    }

    [Test]
    public async Task Newer_text_takes_the_place_of_what_is_held()
    {
        await ForeseeAsync("typ");
        await ForeseeAsync("typed");
        await CompileAsync(Text("typed"));
        _ahead.Commit();

        Assert.That(_edits.Journal, Is.EqualTo(new[] { "compile typ", "discard", "compile typed", "commit" }));
    }

    [Test]
    public async Task A_key_ends_the_compilation_of_the_text_before_it()
    {
        var compilation = _edits.HoldUp();
        _ahead.Begin(Text("typ"));
        await compilation.Begun;
        _ahead.Cancel();
        await ForeseeAsync("typed");

        Assert.That(_edits.Journal, Is.EqualTo(new[] { "compile typ", "cancelled", "compile typed" }));
    }

    [Test]
    public async Task Text_that_comes_back_needs_no_second_compilation()
    {
        await ForeseeAsync("typed");
        _ahead.Cancel();
        _ahead.Begin(Text("typed"));
        await CompileAsync(Text("typed"));
        _ahead.Commit();

        Assert.That(_edits.Compilations, Is.EqualTo(1));
    }

    [Test]
    public async Task While_a_delta_is_applied_nothing_is_compiled_ahead()
    {
        await CompileAsync(Text("saved"));
        _ahead.Begin(Text("typed"));
        var freed = new TaskCompletionSource();
        _ahead.Freed += freed.SetResult;
        Assert.That(_edits.Compilations, Is.EqualTo(1));

        _ahead.Commit();
        await Hang.Guard(freed.Task);
        await ForeseeAsync("typed");
        Assert.That(_edits.Journal, Is.EqualTo(new[] { "compile saved", "commit", "compile typed" }));
    }

    [TestCase(CompileVerdict.Held)]
    [TestCase(CompileVerdict.NoChange)]
    [TestCase(CompileVerdict.RestartRequired)]
    public async Task An_answer_without_a_delta_is_held_and_used_as_well(CompileVerdict verdict)
    {
        _edits.Verdict = verdict;
        await ForeseeAsync("typed");

        Assert.That((await CompileAsync(Text("typed"))).Verdict, Is.EqualTo(verdict));
        Assert.That(_edits.Journal, Is.EqualTo(new[] { "compile typed" }));
    }

    [Test]
    public async Task What_is_in_doubt_is_compiled_when_somebody_waits_and_never_ahead()
    {
        await ForeseeAsync("typed");
        _edits.IsDoubted = true;
        await CompileAsync(Text("typed"));
        _ahead.Commit();
        _ahead.Begin(Text("more"));

        Assert.That(_edits.Journal, Is.EqualTo(new[] { "compile typed", "discard", "compile typed", "commit" }));
    }

    [Test]
    public async Task What_failed_ahead_is_tried_again_by_the_reload()
    {
        _edits.HoldUp().Fail(new InvalidOperationException("broken"));
        _ahead.Begin(Text("typed"));

        Assert.That((await CompileAsync(Text("typed"))).Verdict, Is.EqualTo(CompileVerdict.Ready));
        _ahead.Discard();
    }

    [Test]
    public async Task A_reload_that_gives_up_leaves_the_answer_to_the_next()
    {
        var compilation = _edits.HoldUp();
        _ahead.Begin(Text("typed"));
        using var overtaken = new CancellationTokenSource();
        var first = _ahead.CompileAsync(Text("typed"), Haste.Now, overtaken.Token);
        await overtaken.CancelAsync();
        Assert.That(async () => await Hang.Guard(first), Throws.InstanceOf<OperationCanceledException>());
        compilation.Answer(Changes.Ready(Text("typed")));

        Assert.That((await CompileAsync(Text("typed"))).Speculation, Is.Not.Null);
        Assert.That(_edits.Compilations, Is.EqualTo(1));
        _ahead.Discard();
    }

    [Test]
    public async Task The_answer_is_told_of_the_text_that_it_was_made_for()
    {
        await ForeseeAsync("typed");

        Assert.That(_ahead.FindForecast("/A.cs", "typed")!.Outcome, Is.EqualTo(ForecastOutcome.WillApply));
        Assert.That((_ahead.FindForecast("/A.cs", "typed "), _ahead.FindForecast("/B.cs", "typed")), Is.EqualTo(((Forecast?)null, (Forecast?)null)));
        await CompileAsync(Text("typed"));
        _ahead.Commit();
        Assert.That(_ahead.FindForecast("/A.cs", "typed"), Is.Null);
    }

    async Task ForeseeAsync(string text)
    {
        Expect();
        _ahead.Begin(Text(text));
        await Hang.Guard(_foreseen);
    }

    void Expect()
    {
        var foreseen = new TaskCompletionSource<Forecast>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ahead.Foreseen += forecast => foreseen.TrySetResult(forecast);
        _foreseen = foreseen.Task;
    }

    Task<CompiledChange> CompileAsync(Snapshot snapshot) => Hang.Guard(_ahead.CompileAsync(snapshot, Haste.Now, CancellationToken.None));

    static Snapshot Text(string text, int id = 1) => new(new(id), Snapshot.Empty.Texts.Add("/A.cs", text));
}
