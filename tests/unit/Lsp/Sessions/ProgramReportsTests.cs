using System.Threading.Channels;
using HotReload.Core.Ports;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class ProgramReportsTests
{
    SessionBench _bench = null!;
    ProgramReports _reports = null!;
    Channel<bool> _restarts = null!;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _restarts = Channel.CreateUnbounded<bool>();
        AutoRestart restarts = null!;
        restarts = new(_bench.Services, _bench.Status, () =>
        {
            _restarts.Writer.TryWrite(true);
            restarts.Begun();
        });
        _reports = new(SessionBench.Session, _bench.Services, _bench.Status, restarts, _bench.NoRollback(), _bench.Pages);
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
    public void A_handler_that_failed_after_it_had_returned_is_named()
    {
        _reports.HandlerFailed(new("Shop.Cache.UpdateApplication", "System.InvalidOperationException: no."));

        var told = _bench.Peer.Of<EventParams>().Single();
        Assert.That((told.Kind, told.Message), Is.EqualTo((EventKinds.HandlerFailed,
            "Shop.Cache.UpdateApplication threw System.InvalidOperationException: no. (It had returned before that; the program goes on.)")));
    }

    [TestCase(RestartPolicy.Ask, 0)]
    [TestCase(RestartPolicy.Auto, 1)]
    public void A_program_that_a_change_made_fail_is_to_be_restarted(RestartPolicy policy, int restarts)
    {
        _bench.Options.Take(new(Restart: policy));
        _reports.Started(SessionBench.Program(7));
        _reports.Faulted("It failed.");

        Assert.That(_bench.Status.Current, Has.Property("State").EqualTo(SessionState.RestartRequired).And.Property("Message").EqualTo("It failed."));
        Assert.That(_restarts.Reader.Count, Is.EqualTo(restarts));
    }

    [Test]
    public async Task A_crash_is_followed_by_three_starts_and_then_by_a_wait_for_new_text()
    {
        _bench.Options.Take(new(Restart: RestartPolicy.Auto));
        for (var i = 1; i <= 3; i++)
        {
            Crash(i);
            await _bench.Clock.UntilWaitingAsync();
            _bench.Clock.Advance(TimeSpan.FromSeconds(10));
            await Hang.Guard(_restarts.Reader.ReadAsync().AsTask());
        }

        Crash(4);
        await _bench.Peer.UntilAsync<EventParams>(events => events.Count(item => item.Kind == EventKinds.Recovery) == 4);
        Crash(5);
        _bench.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.That(_restarts.Reader.Count, Is.Zero);

        void Crash(int process)
        {
            _reports.Started(SessionBench.Program(process));
            _reports.Exited(SessionBench.Program(process), new(134, Requested: false));
        }
    }

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(143)]
    [TestCase(130)]
    public void What_a_program_returns_is_its_answer(int exitCode)
    {
        _bench.Options.Take(new(Restart: RestartPolicy.Auto));
        _reports.Started(SessionBench.Program(7));
        _reports.Exited(SessionBench.Program(7), new(exitCode, Requested: false));
        _bench.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.That(_restarts.Reader.Count, Is.Zero);
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
