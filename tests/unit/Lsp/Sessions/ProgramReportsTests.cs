using HotReload.Core.Ports;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class ProgramReportsTests
{
    SessionBench _bench = null!;
    ProgramReports _reports = null!;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _reports = new(SessionBench.Session, _bench.Services, _bench.Status);
    }

    [Test]
    public void The_status_has_the_processes_that_run()
    {
        _reports.Started(SessionBench.Program(7));
        _reports.Started(SessionBench.Program(8));
        _reports.Exited(SessionBench.Program(7), new(0, Requested: true));

        Assert.That(_bench.Peer.Of<StatusParams>().Select(status => status.Processes.ToArray()), Is.EqualTo(new[] { new[] { 7 }, [7, 8], [8] }));
        Assert.That(_bench.Events, Is.EqualTo(new[] { "programStarted", "programStarted", "programExited" }));
    }

    [Test]
    public void A_program_that_ends_by_itself_is_told_in_one_status()
    {
        _reports.Started(SessionBench.Program(7));
        _reports.Exited(SessionBench.Program(7), new(3, Requested: false));

        var statuses = _bench.Peer.Of<StatusParams>();
        Assert.That(statuses, Has.Count.EqualTo(2));
        Assert.That((statuses[1].State, statuses[1].Processes.IsEmpty), Is.EqualTo((SessionState.Exited, true)));
        Assert.That(statuses[1].Message, Does.Contain("exit code 3"));
    }

    [Test]
    public void An_end_that_was_asked_for_changes_no_state()
    {
        _bench.Status.Enter(SessionState.Restarting);
        _reports.Started(SessionBench.Program(7));
        _reports.Exited(SessionBench.Program(7), new(null, Requested: true));

        Assert.That(_bench.Status.Current.State, Is.EqualTo(SessionState.Restarting));
    }

    [Test]
    public void The_end_of_an_old_process_leaves_the_new_one()
    {
        _reports.Started(SessionBench.Program(7));
        _reports.Started(SessionBench.Program(8));
        _reports.Exited(SessionBench.Program(7), new(0, Requested: true));
        _reports.Exited(SessionBench.Program(7), new(0, Requested: true));

        Assert.That(_bench.Status.Current.Processes, Is.EqualTo(new[] { 8 }));
    }
}
