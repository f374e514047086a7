using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Core.Pipeline;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class AutoRestartTests
{
    const string Saved = "/src/Saved.cs";
    const string Unsaved = "/src/Unsaved.cs";

    SessionBench _bench = null!;
    AutoRestart _restarts = null!;
    int _begun;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _bench.Options.Take(new(Restart: RestartPolicy.Auto));
        _bench.Status.Enter(SessionState.Ready);
        foreach (var path in new[] { Saved, Unsaved })
        {
            _bench.Buffers.Open(path, 1, "new");
        }

        _bench.Buffers.PublishAll();
        _begun = 0;
        _restarts = new(_bench.Services, _bench.Status, () => _begun++);
    }

    [Test]
    public void A_saved_edit_that_can_be_no_delta_restarts()
    {
        _restarts.ReloadEnded(Refused(Saved));

        Assert.That(_begun, Is.EqualTo(1));
    }

    [TestCase(RestartPolicy.Ask)]
    [TestCase(RestartPolicy.Never)]
    public void Not_unless_the_user_has_said_so(RestartPolicy policy)
    {
        _bench.Options.Take(new(Restart: policy));
        _restarts.ReloadEnded(Refused(Saved));
        _restarts.ProjectChanged();

        Assert.That(_begun, Is.Zero);
    }

    [TestCase(ReloadOutcome.Applied)]
    [TestCase(ReloadOutcome.NoChange)]
    [TestCase(ReloadOutcome.Held)]
    [TestCase(ReloadOutcome.Restarted)]
    public void What_asks_for_no_restart_gets_none(ReloadOutcome outcome)
    {
        _restarts.ReloadEnded(Results.Of(outcome));

        Assert.That(_begun, Is.Zero);
    }

    [Test]
    public void An_edit_that_is_not_saved_restarts_too()
    {
        _restarts.ReloadEnded(Refused(Unsaved));

        Assert.That(_begun, Is.EqualTo(1));
    }

    [Test]
    public void A_save_settles_what_a_restart_could_not()
    {
        _restarts.Ended(Refused(Unsaved), _bench.Buffers.Snapshot);
        _bench.Status.Enter(SessionState.RestartRequired);
        _restarts.Saved();

        Assert.That(_begun, Is.EqualTo(1));
    }

    [Test]
    public void What_a_restart_has_not_settled_asks_for_no_other()
    {
        _restarts.ReloadEnded(Refused(Saved));
        _restarts.Begun();
        _restarts.Ended(Refused(Saved), _bench.Buffers.Snapshot);
        _restarts.ReloadEnded(Refused(Saved));
        _restarts.ReloadEnded(Refused((string?)null));
        Assert.That(_begun, Is.EqualTo(2), "One of a file, one of none.");

        _restarts.Begun();
        _restarts.Ended(Refused(Saved, null), _bench.Buffers.Snapshot);
        _restarts.ReloadEnded(Refused(Saved, null));
        Assert.That(_begun, Is.EqualTo(2));
    }

    [Test]
    public void Other_text_asks_anew()
    {
        _restarts.Ended(Refused(Unsaved), _bench.Buffers.Snapshot);
        _bench.Buffers.Open(Unsaved, 2, "newer");
        _bench.Buffers.PublishAll();
        _restarts.ReloadEnded(Refused(Unsaved));

        Assert.That(_begun, Is.EqualTo(1));
    }

    [Test]
    public void Text_that_came_while_the_program_was_started_again_is_for_another_restart()
    {
        _restarts.Begun();
        _bench.Buffers.Open(Saved, 2, "newer");
        _bench.Buffers.PublishAll();
        _restarts.Ended(Refused(Saved), _bench.Buffers.Snapshot);

        Assert.That(_begun, Is.EqualTo(1));
    }

    [Test]
    public void So_is_text_that_came_after_what_was_said_of_the_start()
    {
        _restarts.Begun();
        var said = _bench.Buffers.Snapshot;
        _bench.Buffers.Open(Saved, 2, "newer");
        _bench.Buffers.PublishAll();
        _restarts.Ended(Refused(Saved), said);
        Assert.That(_begun, Is.Zero, "Of that text the restart was made.");

        _restarts.ReloadEnded(Refused(Saved));
        Assert.That(_begun, Is.EqualTo(1));
    }

    [Test]
    public void A_reload_that_ends_while_the_program_is_started_again_asks_for_no_second_restart()
    {
        _restarts.ProjectChanged();
        _restarts.Begun();
        _restarts.ReloadEnded(Refused(Saved));
        _restarts.Ended(null, _bench.Buffers.Snapshot);

        Assert.That(_begun, Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void After_a_restart_that_came_to_nothing_the_next_refusal_asks(bool hasErrors)
    {
        _restarts.Begun();
        if (hasErrors)
        {
            _restarts.ReloadEnded(Results.Of(ReloadOutcome.Held) with { Cause = ReloadCause.Restart });
        }
        else
        {
            _restarts.Failed("It could not be built.");
        }

        _restarts.ReloadEnded(Refused(Saved));

        Assert.That(_begun, Is.EqualTo(1));
    }

    [Test]
    public void An_edit_that_was_applied_and_has_no_effect_yet_restarts()
    {
        _restarts.ReloadEnded(Results.Of(ReloadOutcome.Applied, [Results.Diagnostic("ENC0118", Saved, DiagnosticSeverity.Warning)]));

        Assert.That(_begun, Is.EqualTo(1));
    }

    [Test]
    public void A_program_that_refused_a_delta_is_restarted()
    {
        _restarts.ReloadEnded(Results.Of(ReloadOutcome.Failed) with { Processes = [Changes.Took(7), Changes.Refused(8, "No.")] });
        Assert.That(_begun, Is.EqualTo(1));

        _restarts.Begun();
        _restarts.Ended(null, _bench.Buffers.Snapshot);
        _restarts.ReloadEnded(Results.Of(ReloadOutcome.RestartRequired));
        Assert.That(_begun, Is.EqualTo(2), "It can't be trusted with another.");
    }

    [Test]
    public void A_program_that_fails_again_with_the_same_text_is_held()
    {
        _restarts.Faulted();
        _restarts.Begun();
        _restarts.Ended(null, Snapshot.Empty);
        _restarts.Faulted();
        Assert.That(_begun, Is.EqualTo(1), "It would fail again.");

        _restarts.Published();
        _restarts.Faulted();
        Assert.That(_begun, Is.EqualTo(2), "It need not with other text.");
    }

    [Test]
    public void What_was_tried_about_a_program_that_failed_is_in_the_history()
    {
        _restarts.Faulted();
        _restarts.Begun();
        _restarts.Failed("It does not build.");
        _restarts.Published();
        _restarts.ReloadEnded(Results.Of(ReloadOutcome.Failed) with { Processes = [Changes.Refused(8, "No.")] });
        _restarts.Begun();
        _restarts.Ended(Results.Of(ReloadOutcome.Restarted), _bench.Buffers.Snapshot);

        Assert.That(
            _bench.Services.Recoveries.List.Recoveries.Select(entry => (entry.Fault, entry.Step, entry.Outcome)),
            Is.EqualTo(new[]
            {
                (Fault.ProgramPoisoned, RecoveryAction.RestartProgram, RecoveryOutcome.Failed),
                (Fault.ProgramPoisoned, RecoveryAction.RestartProgram, RecoveryOutcome.Recovered),
            }));
    }

    [Test]
    public void A_program_that_ended_is_left_to_the_next_change()
    {
        _restarts.ReloadEnded(Results.Of(ReloadOutcome.Failed) with { Processes = [ProcessReload.Lost(7, "It ended.")] });
        _restarts.ReloadEnded(Results.Of(ReloadOutcome.Failed));

        Assert.That(_begun, Is.Zero);
    }

    [Test]
    public void Many_reasons_ask_once()
    {
        _restarts.ReloadEnded(Refused(Saved));
        _restarts.ProjectChanged();
        _restarts.ReloadEnded(Refused(Saved));
        Assert.That(_begun, Is.EqualTo(1));

        _restarts.Begun();
        _restarts.Ended(null, _bench.Buffers.Snapshot);
        _restarts.ReloadEnded(Refused(Saved));
        Assert.That(_begun, Is.EqualTo(2));
    }

    [Test]
    public void A_changed_project_restarts()
    {
        _restarts.ProjectChanged();

        Assert.That(_begun, Is.EqualTo(1));
    }

    [TestCase(ReloadMode.Manual, false)]
    [TestCase(ReloadMode.Save, true)]
    public void A_session_that_waits_to_be_told_takes_a_changed_project_with_its_next_reload(ReloadMode mode, bool paused)
    {
        _bench.Status.Change(status => status with { Mode = mode, Paused = paused });
        _restarts.ProjectChanged();
        Assert.That(_begun, Is.Zero);

        _restarts.ReloadEnded(Results.Of(ReloadOutcome.Applied));
        Assert.That(_begun, Is.EqualTo(1));
    }

    [Test]
    public void A_project_that_changed_while_it_was_built_waits_for_the_next_reload()
    {
        _restarts.Outrun();
        Assert.That(_begun, Is.Zero);

        _restarts.ReloadEnded(Results.Of(ReloadOutcome.NoChange));
        Assert.That(_begun, Is.EqualTo(1));
    }

    [Test]
    public void New_text_may_mend_a_restart_that_failed()
    {
        _restarts.Published();
        Assert.That(_begun, Is.Zero);

        _bench.Status.Enter(SessionState.Error, "It does not build.");
        _restarts.Published();
        Assert.That(_begun, Is.EqualTo(1));
    }

    [Test]
    public void A_report_is_told_to_the_end_before_the_restart_begins()
    {
        List<string> order = [];
        _restarts = new(
            _bench.Services, _bench.Status, () => order.Add($"restart in {_bench.Status.Current.State}"));
        var reports = new ReloadReports(
            SessionBench.Session, _bench.Services, _bench.Status, new(_bench.Board, SessionBench.Session), _bench.NoProjects(_restarts), _restarts, _bench.NoRollback(), _bench.Pages);
        reports.Completed(Refused(Saved));

        Assert.That(order, Is.EqualTo(new[] { "restart in RestartRequired" }));
    }

    static ReloadResult Refused(params string?[] files) =>
        Results.Of(ReloadOutcome.RestartRequired, [.. files.Select(file => Results.Diagnostic("ENC0033", file))]);
}
