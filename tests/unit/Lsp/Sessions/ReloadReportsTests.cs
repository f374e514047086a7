using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class ReloadReportsTests
{
    SessionBench _bench = null!;
    ReloadReports _reports = null!;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _bench.Status.Change(status => status with { Processes = [7] });
        _reports = new(SessionBench.Session, _bench.Services, _bench.Status, new(_bench.Board, SessionBench.Session), _bench.NoProjects(_bench.NoRestarts()), _bench.NoRestarts(), _bench.NoRollback(), _bench.Pages);
    }

    [TestCase(PipelineStage.Compiling, SessionState.Compiling)]
    [TestCase(PipelineStage.Applying, SessionState.Applying)]
    [TestCase(PipelineStage.Pending, SessionState.Pending)]
    [TestCase(PipelineStage.Relaunching, SessionState.Restarting)]
    public void Every_stage_is_a_state(PipelineStage stage, SessionState state)
    {
        _reports.StageEntered(new SnapshotId(1), stage);

        Assert.That(_bench.Status.Current.State, Is.EqualTo(state));
    }

    [TestCase(ReloadOutcome.Applied, SessionState.Ready)]
    [TestCase(ReloadOutcome.NoChange, SessionState.Ready)]
    [TestCase(ReloadOutcome.Restarted, SessionState.Ready)]
    [TestCase(ReloadOutcome.Held, SessionState.Held)]
    [TestCase(ReloadOutcome.RestartRequired, SessionState.RestartRequired)]
    [TestCase(ReloadOutcome.Failed, SessionState.RestartRequired)]
    public void Every_outcome_leaves_a_state(ReloadOutcome outcome, SessionState state)
    {
        _reports.Completed(Results.Of(outcome) with { Id = 3, Generation = 2 });

        Assert.That(_bench.Status.Current, Is.EqualTo(_bench.Status.Current with
        {
            State = state, Message = "What happened.", Generation = 2, LastReload = 3,
        }));
    }

    [TestCase(ReloadOutcome.Failed)]
    [TestCase(ReloadOutcome.NoChange)]
    public void Without_a_program_the_session_stays_exited(ReloadOutcome outcome)
    {
        _bench.Status.Change(status => status with { Processes = [] });
        _reports.Completed(Results.Of(outcome));

        Assert.That(_bench.Status.Current.State, Is.EqualTo(SessionState.Exited));
    }

    [Test]
    public void The_result_comes_before_the_state_that_follows_from_it()
    {
        _reports.StageEntered(new SnapshotId(1), PipelineStage.Compiling);
        _reports.Completed(Results.Of(ReloadOutcome.Applied));

        Assert.That(_bench.Peer.Of<object>().Select(item => item.GetType().Name), Is.EqualTo(new[]
        {
            nameof(StatusParams), nameof(EventParams), nameof(StatusParams), nameof(ReloadResult), nameof(EventParams), nameof(StatusParams),
        }));
        Assert.That(_bench.Events, Is.EqualTo(new[] { "reloadStarted", "reloadFinished" }));
    }

    [Test]
    public void A_failed_restart_is_the_last_reload()
    {
        _reports.NotStarted(Results.Of(ReloadOutcome.Failed) with { Id = 5 }, "It does not build.");

        var status = _bench.Status.Current;
        Assert.That((status.State, status.Message, status.LastReload), Is.EqualTo((SessionState.Error, "It does not build.", 5)));
    }
}
