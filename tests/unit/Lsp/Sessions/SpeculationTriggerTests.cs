using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Recovery;
using HotReload.Core.Speculation;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class SpeculationTriggerTests
{
    SessionBench _bench = null!;
    FakeRun _run = null!;
    ProgramText _text = null!;
    SpeculationTrigger _trigger = null!;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _run = new();
        _text = new(_bench.Buffers);
        _trigger = new(_bench.Services, _bench.Status, _text);
        _bench.Buffers.Open("/A.cs", 1, "old");
        _bench.Buffers.Open("/B.cs", 1, "old B");
    }

    [TearDown]
    public async Task End()
    {
        _trigger.Dispose();
        await Hang.Guard(_run.Ahead.DisposeAsync().AsTask());
    }

    [Test]
    public async Task A_pause_in_typing_compiles_what_a_save_would_publish()
    {
        _trigger.Connect(_run);
        await TypeAsync("/A.cs", "new");

        Assert.That(_run.Ahead.FindForecast("/A.cs", "new")!.Outcome, Is.EqualTo(ForecastOutcome.WillApply));
        Assert.That(_bench.Buffers.Snapshot.Texts, Is.Empty, "Nothing is published by it.");
    }

    [Test]
    public async Task The_unsaved_text_of_another_file_is_no_part_of_it()
    {
        _trigger.Connect(_run);
        Change("/B.cs", "new B");
        await TypeAsync("/A.cs", "new");

        Assert.That(_run.Ahead.FindForecast("/B.cs", "new B"), Is.Null);
        _bench.Buffers.Save("/A.cs");
        Assert.That((await CompileAsync()).Speculation, Is.Not.Null);
        _run.Ahead.Discard();
    }

    [Test]
    public async Task What_was_rolled_back_is_no_part_of_what_another_file_brings()
    {
        _trigger.Connect(_run);
        Change("/B.cs", "new B");
        _bench.Buffers.Save("/B.cs");
        _text.Took([new("/B.cs", "old B", "new B")]);
        _text.HoldLast();
        await TypeAsync("/A.cs", "new");

        _bench.Buffers.Save("/A.cs");
        Assert.That(_text.Snapshot.Texts["/B.cs"], Is.EqualTo("old B"));
        Assert.That((await _run.Ahead.CompileAsync(_text.Snapshot, Haste.Now, CancellationToken.None)).Speculation, Is.Not.Null);
        _run.Ahead.Discard();
    }

    [TestCase(ReloadMode.Type)]
    [TestCase(ReloadMode.Manual)]
    public async Task Where_all_is_published_at_once_all_is_compiled(ReloadMode mode)
    {
        _bench.Status.Change(status => status with { Mode = mode });
        _trigger.Connect(_run);
        Change("/B.cs", "new B");
        await TypeAsync("/A.cs", "new");

        _bench.Buffers.PublishAll();
        Assert.That((await CompileAsync()).Speculation, Is.Not.Null);
        _run.Ahead.Discard();
    }

    [Test]
    public async Task The_client_is_told()
    {
        _trigger.Connect(_run);
        await TypeAsync("/A.cs", "new");

        var told = _bench.Peer.Of<ForecastParams>().Single();
        Assert.That((told.Session, told.Forecast.Outcome), Is.EqualTo((SessionBench.Session, ForecastOutcome.WillApply)));
    }

    [Test]
    public void In_a_burst_nothing_is_compiled()
    {
        _trigger.Connect(_run);
        foreach (var text in new[] { "n", "ne", "new" })
        {
            Change("/A.cs", text);
            _trigger.Typed("/A.cs");
            _bench.Clock.Advance(20);
        }

        Assert.That(_run.Edits.Compilations, Is.Zero);
    }

    [Test]
    public void Switched_off_it_does_nothing() => AssertNothing(() => _bench.Options.Take(new(Speculate: false)));

    [Test]
    public void In_a_pause_of_the_session_it_does_nothing() => AssertNothing(() => _bench.Status.Change(status => status with { Paused = true }));

    [Test]
    public void For_programs_that_get_no_delta_it_does_nothing() => AssertNothing(() => _run.IsTrusted = false);

    [Test]
    public void A_file_that_is_no_part_of_the_program_is_not_compiled()
    {
        _bench.Buffers.Open("/a.txt", 1, "old");
        AssertNothing(() => { }, "/a.txt");
    }

    [Test]
    public void Text_that_was_undone_by_hand_is_not_compiled()
    {
        _bench.Buffers.Save("/A.cs");
        _trigger.Connect(_run);
        Change("/A.cs", "new");
        Change("/A.cs", "old");
        Pause("/A.cs");

        Assert.That(_run.Edits.Compilations, Is.Zero);
    }

    [Test]
    public async Task A_warm_up_goes_first()
    {
        var warm = new TaskCompletionSource();
        _run.WarmUp = warm.Task;
        AssertNothing(() => { });

        warm.SetResult();
        await _bench.Clock.UntilWaitingAsync();
        var foreseen = NextForecast();
        _bench.Clock.Advance(25);
        await Hang.Guard(foreseen);
    }

    [Test]
    public async Task What_another_reload_has_kept_from_being_compiled_is_compiled_after_it()
    {
        _trigger.Connect(_run);
        await _run.Ahead.CompileAsync(_bench.Buffers.Snapshot.With("/A.cs", "saved"), Haste.Now, CancellationToken.None);
        Change("/A.cs", "new");
        Pause("/A.cs");
        Assert.That(_run.Edits.Compilations, Is.EqualTo(1));

        _run.Ahead.Commit();
        var foreseen = NextForecast();
        _bench.Clock.Advance(25);
        await Hang.Guard(foreseen);
    }

    void AssertNothing(Action setting, string path = "/A.cs")
    {
        setting();
        _trigger.Connect(_run);
        Change(path, "new");
        Pause(path);

        Assert.That(_run.Edits.Compilations, Is.Zero);
    }

    async Task TypeAsync(string path, string text)
    {
        var foreseen = NextForecast();
        Change(path, text);
        Pause(path);
        await Hang.Guard(foreseen);
    }

    Task NextForecast()
    {
        var foreseen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _run.Ahead.Foreseen += _ => foreseen.TrySetResult();
        return foreseen.Task;
    }

    void Pause(string path)
    {
        _trigger.Typed(path);
        _bench.Clock.Advance(25);
    }

    void Change(string path, string text) => _bench.Buffers.Change(path, 2, [new(null, text)]);

    Task<CompiledChange> CompileAsync() => Hang.Guard(_run.Ahead.CompileAsync(_bench.Buffers.Snapshot, Haste.Now, CancellationToken.None));
}
