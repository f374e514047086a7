using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Core.Pipeline;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class ReloadTriggersTests
{
    SessionBench _bench = null!;
    ControlledReloads _reloads = null!;
    ReloadScheduler _scheduler = null!;
    ReloadTriggers _triggers = null!;
    FakeRun _run = null!;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _reloads = new();
        _run = new();
        _scheduler = new(_reloads.RunAsync);
        _triggers = new(_bench.Services, _bench.Status, new(_bench.Services.Log, _bench.Status), new(_bench.Buffers));
    }

    [TearDown]
    public async Task End()
    {
        _triggers.Dispose();
        await _scheduler.DisposeAsync();
        await _run.Ahead.DisposeAsync();
    }

    [Test]
    public async Task New_text_is_reloaded()
    {
        _triggers.Connect(_scheduler, _run, SnapshotId.None);
        _triggers.Published(ReloadCause.Disk);

        Assert.That((await _reloads.NextAsync()).Cause, Is.EqualTo(ReloadCause.Disk));
    }

    [Test]
    public async Task What_was_published_while_the_program_started_is_reloaded_when_it_runs()
    {
        var started = _bench.Buffers.Snapshot.Id;
        _bench.Buffers.ChangeOnDisk("/src/A.cs", "new");
        _triggers.Published(ReloadCause.Save);
        _triggers.Connect(_scheduler, _run, started);

        Assert.That((await _reloads.NextAsync()).Cause, Is.EqualTo(ReloadCause.Save));
    }

    [Test]
    public void What_the_program_was_started_with_is_not_reloaded()
    {
        _bench.Buffers.ChangeOnDisk("/src/A.cs", "new");
        _triggers.Connect(_scheduler, _run, _bench.Buffers.Snapshot.Id);

        Assert.That(_scheduler.IsBusy, Is.False);
    }

    [TestCase(ReloadMode.Manual, false)]
    [TestCase(ReloadMode.Save, true)]
    public void A_session_that_waits_to_be_told_does_nothing_by_itself(ReloadMode mode, bool paused)
    {
        _bench.Status.Change(status => status with { Mode = mode, Paused = paused });
        _triggers.Connect(_scheduler, _run, SnapshotId.None);
        _triggers.Published(ReloadCause.Save);

        Assert.That(_scheduler.IsBusy, Is.False);
    }

    [Test]
    public async Task A_pause_in_typing_publishes_and_reloads()
    {
        _triggers.SetMode(ReloadMode.Type);
        _triggers.Connect(_scheduler, _run, SnapshotId.None);
        _bench.Buffers.Open("/src/A.cs", 1, "typed");
        _triggers.Typed("/src/A.cs");
        _bench.Clock.Advance(50);

        Assert.That((await _reloads.NextAsync()).Cause, Is.EqualTo(ReloadCause.Keystroke));
        Assert.That(_bench.Buffers.Snapshot.Texts["/src/A.cs"], Is.EqualTo("typed"));
    }

    [Test]
    public void A_pause_of_the_session_keeps_back_what_was_just_typed()
    {
        _triggers.SetMode(ReloadMode.Type);
        _triggers.Connect(_scheduler, _run, SnapshotId.None);
        _bench.Buffers.Open("/src/A.cs", 1, "typed");
        _triggers.Typed("/src/A.cs");
        _triggers.SetPaused(PauseState.Paused);
        _bench.Clock.Advance(1000);

        Assert.That((_scheduler.IsBusy, _bench.Buffers.Snapshot.Texts.IsEmpty), Is.EqualTo((false, true)));
    }

    [Test]
    public void Without_a_program_nothing_is_reloaded()
    {
        _triggers.Connect(_scheduler, _run, SnapshotId.None);
        _triggers.Disconnect();
        _triggers.Published(ReloadCause.Save);

        Assert.That(_scheduler.IsBusy, Is.False);
    }
}
