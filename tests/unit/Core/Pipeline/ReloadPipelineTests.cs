using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Core.Pipeline;

public sealed class ReloadPipelineTests
{
    static readonly PipelineOptions s_unsettled = PipelineOptions.Default with { Settle = TimeSpan.Zero };

    [Test]
    public async Task A_delta_is_committed_when_the_program_has_acknowledged_it()
    {
        var bench = new PipelineBench();
        var answer = new TaskCompletionSource<ProcessReload>();
        bench.Runs(7, () => answer.Task);
        bench.Publish();

        var reload = bench.ReloadAsync();
        Assert.That(bench.Journal, Is.EqualTo(new[] { "Compiling s1", "Applying s1", "apply 1 in 7" }));
        Assert.That(bench.Log.Current, Is.Zero);

        answer.SetResult(Changes.Took(7));
        var result = await reload;
        Assert.That(bench.Journal[3..], Is.EqualTo(new[] { "commit", "completed 1" }));
        Assert.That((result.Outcome, result.Generation, bench.Log.Current), Is.EqualTo((ReloadOutcome.Applied, 1, 1)));
    }

    [Test]
    public async Task The_report_says_where_it_comes_from_and_what_was_sent()
    {
        var bench = new PipelineBench();
        bench.Runs(7, Changes.Took);
        bench.Publish();
        bench.Publish();

        var result = await bench.ReloadAsync(ReloadCause.Keystroke);

        Assert.That((result.Id, result.Session, result.Snapshot, result.Cause),
            Is.EqualTo((1, "session-1", new SnapshotId(2), ReloadCause.Keystroke)));
        Assert.That(result.Sizes, Is.EqualTo(new DeltaSizes(3, 2, 1)));
        Assert.That(result.Processes.Single().ProcessId, Is.EqualTo(7));
        Assert.That(result.Phases, Is.EqualTo(new PhaseTimings(1, 20.5, 10.25, 3, 2, 1, 0)));
    }

    [Test]
    public async Task Members_await_their_first_call_where_every_program_will_tell()
    {
        var bench = new PipelineBench();
        var body = Changes.Member("Add") with { Range = new(new(4, 4), new(8, 5)) };
        var delta = Changes.Delta with { Methods = [new(0x06000001, "/p/src/Cart.cs", new(5, 8))] };
        bench.Compiles(snapshot => Changes.Ready(snapshot) with { Deltas = [delta], Members = [body, Changes.Member("_field")] });
        bench.Runs(7, process => Changes.Took(process) with { WatchesCalls = true });
        bench.Publish();
        var watched = await bench.ReloadAsync();
        bench.Runs(8, Changes.Took);
        bench.Publish();
        var unwatched = await bench.ReloadAsync();

        Assert.That(watched.Members.Select(member => member.Calls), Is.EqualTo(new[] { MemberCalls.NotYet, MemberCalls.Unknown }));
        Assert.That(unwatched.Members.Select(member => member.Calls), Has.All.EqualTo(MemberCalls.Unknown));
    }

    [Test]
    public async Task Generations_follow_each_other()
    {
        var bench = new PipelineBench();
        bench.Runs(7, Changes.Took);
        bench.Publish();
        await bench.ReloadAsync();
        bench.Publish();

        var result = await bench.ReloadAsync();

        Assert.That((result.Id, result.Generation), Is.EqualTo((2, 2)));
        Assert.That(bench.Journal, Has.Member("apply 2 in 7"));
    }

    [Test]
    public async Task All_programs_get_the_delta_before_it_is_committed()
    {
        var bench = new PipelineBench();
        var answer = new TaskCompletionSource<ProcessReload>();
        bench.Runs(7, Changes.Took);
        bench.Runs(8, () => answer.Task);
        bench.Publish();

        var reload = bench.ReloadAsync();
        Assert.That(bench.Journal, Is.SupersetOf(new[] { "apply 1 in 7", "apply 1 in 8" }));
        Assert.That(bench.Journal, Has.No.Member("commit"));

        answer.SetResult(Changes.Took(8));
        Assert.That((await reload).Processes.Select(process => process.ProcessId), Is.EqualTo(new[] { 7, 8 }));
        Assert.That(bench.Journal, Has.One.EqualTo("commit"));
    }

    [Test]
    public async Task What_one_of_several_programs_refuses_is_not_committed_and_poisons()
    {
        var bench = new PipelineBench();
        bench.Runs(7, Changes.Took);
        bench.Runs(8, process => Changes.Refused(process, "No."));
        bench.Publish();

        var result = await bench.ReloadAsync();

        Assert.That((result.Outcome, result.Generation), Is.EqualTo((ReloadOutcome.Failed, 0)));
        Assert.That(bench.Journal, Has.Member("discard").And.No.Member("commit"));
        Assert.That((await bench.ReloadAsync()).Outcome, Is.EqualTo(ReloadOutcome.RestartRequired));
    }

    [Test]
    public async Task One_that_died_beside_one_that_took_it_poisons_too()
    {
        var bench = new PipelineBench();
        bench.Runs(7, Changes.Took);
        bench.Runs(8, process => ProcessReload.Lost(process, "It died."));
        bench.Publish();

        Assert.That((await bench.ReloadAsync()).Outcome, Is.EqualTo(ReloadOutcome.Failed));
        Assert.That((await bench.ReloadAsync()).Outcome, Is.EqualTo(ReloadOutcome.RestartRequired));
    }

    [Test]
    public async Task A_program_that_refused_a_delta_gets_no_other()
    {
        var bench = new PipelineBench();
        bench.Runs(7, process => Changes.Refused(process, "No."));
        bench.Publish();
        await bench.ReloadAsync();
        bench.Publish();

        var result = await bench.ReloadAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.RestartRequired));
        Assert.That(result.Message, Does.Contain("restart"));
        Assert.That(bench.Journal.Count(entry => entry.StartsWith("apply", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(bench.Journal.Count(entry => entry == "discard"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_poisoned_program_that_has_ended_is_started_again_with_all_edits()
    {
        var bench = new PipelineBench();
        bench.Runs(7, process => Changes.Refused(process, "No."));
        bench.Relaunches(null);
        bench.Publish();
        await bench.ReloadAsync();
        bench.AllEnd();

        Assert.That((await bench.ReloadAsync()).Outcome, Is.EqualTo(ReloadOutcome.Restarted));
        bench.Publish();
        Assert.That((await bench.ReloadAsync()).Outcome, Is.EqualTo(ReloadOutcome.Applied));
    }

    [Test]
    public async Task A_program_lost_in_an_apply_fails_once_and_is_started_again_with_the_edit()
    {
        var bench = new PipelineBench();
        bench.Runs(7, process => ProcessReload.Lost(process, "The program ended with exit code 137."));
        bench.Relaunches(null);
        bench.Publish();

        var failed = await bench.ReloadAsync();
        Assert.That((failed.Outcome, failed.Generation), Is.EqualTo((ReloadOutcome.Failed, 0)));
        Assert.That(failed.Message, Does.Contain("exit code 137"));
        bench.AllEnd();
        bench.Journal.Clear();

        var next = await bench.ReloadAsync();
        Assert.That((next.Outcome, next.Generation, next.State.Fate), Is.EqualTo((ReloadOutcome.Restarted, 1, StateFate.Reset)));
        Assert.That(bench.Journal, Is.EqualTo(new[] { "Compiling s1", "commit", "Relaunching s1", "relaunch at 1", "completed 2" }),
            "The generation is in the log when the program starts, so that it is replayed.");
    }

    [Test]
    public async Task A_relaunch_that_fails_says_why()
    {
        var bench = new PipelineBench();
        bench.Relaunches("The port is taken.");
        bench.Publish();

        var result = await bench.ReloadAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Failed));
        Assert.That(result.Message, Does.Contain("The port is taken."));
    }

    [TestCase(ReloadCause.Manual, ReloadOutcome.Restarted)]
    [TestCase(ReloadCause.Save, ReloadOutcome.NoChange)]
    public async Task An_ended_program_without_a_change_is_started_only_by_hand(ReloadCause cause, ReloadOutcome outcome)
    {
        var bench = new PipelineBench();
        bench.Relaunches(null);
        bench.Compiles(snapshot => Changes.Of(snapshot, CompileVerdict.NoChange));

        var result = await bench.ReloadAsync(cause);

        Assert.That((result.Outcome, result.Generation), Is.EqualTo((outcome, 0)));
        Assert.That(result.Message, Does.Contain("had ended").Or.Contain("has ended"));
    }

    [Test]
    public async Task An_answer_that_takes_long_is_pending_and_still_counts()
    {
        var bench = new PipelineBench();
        var answer = new TaskCompletionSource<ProcessReload>();
        bench.Runs(7, () => answer.Task);
        bench.Publish();

        var reload = bench.ReloadAsync();
        bench.Clock.Advance(1999);
        Assert.That(bench.Journal, Has.No.Member("Pending s1"));
        bench.Clock.Advance(1);
        answer.SetResult(Changes.Took(7));

        Assert.That((await reload).Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That(bench.Journal[2..], Is.EqualTo(new[] { "apply 1 in 7", "Pending s1", "commit", "completed 1" }));
    }

    [TestCase(CompileVerdict.NoChange, ReloadOutcome.NoChange)]
    [TestCase(CompileVerdict.Held, ReloadOutcome.Held)]
    [TestCase(CompileVerdict.RestartRequired, ReloadOutcome.RestartRequired)]
    public async Task A_verdict_that_is_no_delta_reaches_no_program(CompileVerdict verdict, ReloadOutcome outcome)
    {
        var bench = new PipelineBench(s_unsettled);
        bench.Runs(7, Changes.Took);
        bench.Compiles(snapshot => Changes.Of(snapshot, verdict, Changes.Error("CS0103", "Unknown.")));
        bench.Publish();

        var result = await bench.ReloadAsync();

        Assert.That((result.Outcome, result.Generation), Is.EqualTo((outcome, 0)));
        Assert.That(result.Diagnostics.Single().Code, Is.EqualTo("CS0103"));
        Assert.That(bench.Journal, Is.EqualTo(new[] { "Compiling s1", "completed 1" }));
    }

    [TestCase(CompileVerdict.Held)]
    [TestCase(CompileVerdict.RestartRequired)]
    public async Task A_verdict_that_is_no_delta_waits_for_text_that_may_mend_it(CompileVerdict verdict)
    {
        var bench = new PipelineBench();
        bench.Compiles(snapshot => Changes.Of(snapshot, verdict));
        using var window = new CompileWindow(CancellationToken.None);

        var reload = bench.Pipeline.ReloadAsync(ReloadCause.Save, window);
        Assert.That(reload.IsCompleted, Is.False);
        bench.Clock.Advance(PipelineOptions.Default.Settle);

        await Hang.Guard(reload);
    }

    [Test]
    public async Task What_was_tried_last_is_known_while_it_goes_on_and_after()
    {
        var bench = new PipelineBench(s_unsettled);
        Assert.That(bench.Pipeline.Attempt, Is.EqualTo(ReloadAttempt.None));
        var change = new TaskCompletionSource<CompiledChange>();
        bench.Compiles((_, _) => change.Task);
        bench.Publish();
        var snapshot = bench.Buffers.Snapshot;

        var reload = bench.ReloadAsync();
        Assert.That(bench.Pipeline.Attempt, Is.EqualTo(new ReloadAttempt(snapshot, null)));
        bench.Publish();
        change.SetResult(Changes.Of(snapshot, CompileVerdict.Held));
        await reload;

        Assert.That(bench.Pipeline.Attempt, Is.EqualTo(new ReloadAttempt(snapshot, ReloadOutcome.Held)));
    }

    [TestCase(CompileVerdict.NoChange, ReloadOutcome.NoChange)]
    [TestCase(CompileVerdict.RestartRequired, ReloadOutcome.RestartRequired)]
    public async Task Catching_up_is_an_attempt(CompileVerdict verdict, ReloadOutcome outcome)
    {
        var bench = new PipelineBench();
        bench.Compiles(snapshot => Changes.Of(snapshot, verdict));
        bench.Publish();
        using var window = new CompileWindow(CancellationToken.None);
        await bench.Pipeline.CatchUpAsync(window);

        Assert.That(bench.Pipeline.Attempt, Is.EqualTo(new ReloadAttempt(bench.Buffers.Snapshot, outcome)));
    }

    [Test]
    public async Task A_changed_option_counts_for_the_next_reload()
    {
        var bench = new PipelineBench();
        bench.Compiles(snapshot => Changes.Of(snapshot, CompileVerdict.Held));
        bench.Options = s_unsettled;

        Assert.That((await bench.ReloadAsync()).Outcome, Is.EqualTo(ReloadOutcome.Held));
    }

    [Test]
    public void Newer_text_takes_the_place_of_a_verdict_that_waits()
    {
        var bench = new PipelineBench();
        bench.Compiles(snapshot => Changes.Of(snapshot, CompileVerdict.Held));
        using var window = new CompileWindow(CancellationToken.None);

        var reload = bench.Pipeline.ReloadAsync(ReloadCause.Save, window);
        window.TryCancel();

        Assert.That(async () => await Hang.Guard(reload), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(bench.Journal, Is.EqualTo(new[] { "Compiling s0", "superseded s0" }), "What is obsolete has no result.");
    }

    [Test]
    public void A_delta_that_is_obsolete_when_it_is_compiled_is_discarded()
    {
        var bench = new PipelineBench();
        bench.Runs(7, Changes.Took);
        using var window = new CompileWindow(CancellationToken.None);
        bench.Compiles(snapshot =>
        {
            window.TryCancel();
            return Changes.Ready(snapshot);
        });
        bench.Publish();

        Assert.That(async () => await Hang.Guard(bench.Pipeline.ReloadAsync(ReloadCause.Save, window)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(bench.Journal, Is.EqualTo(new[] { "Compiling s1", "discard", "superseded s1" }));
        Assert.That(bench.Log.Current, Is.Zero);
    }

    [Test]
    public async Task Newer_text_does_not_cancel_an_apply()
    {
        var bench = new PipelineBench();
        using var window = new CompileWindow(CancellationToken.None);
        bench.Runs(7, () =>
        {
            window.TryCancel();
            return Task.FromResult(Changes.Took(7));
        });

        var result = await Hang.Guard(bench.Pipeline.ReloadAsync(ReloadCause.Save, window));

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied));
        Assert.That(window.IsCancelled, Is.False);
    }

    [Test]
    public async Task Out_of_step_nothing_is_compiled()
    {
        var bench = new PipelineBench();
        bench.Runs(7, Changes.Took);
        bench.Buffers.Open("/p/src/Cart.cs", 1, "a");
        bench.Buffers.Change("/p/src/Cart.cs", 1, []);

        var result = await bench.ReloadAsync();

        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Held));
        Assert.That(result.Message, Does.Contain("/p/src/Cart.cs").And.Contain("out of step"));
        Assert.That(bench.Journal, Is.EqualTo(new[] { "completed 1" }));
    }

    [Test]
    public async Task Text_that_is_published_while_it_compiles_is_not_claimed()
    {
        var bench = new PipelineBench();
        bench.Runs(7, Changes.Took);
        bench.Publish();
        bench.Compiles(snapshot =>
        {
            bench.Publish();
            return Changes.Ready(snapshot);
        });

        Assert.That((await bench.ReloadAsync()).Snapshot, Is.EqualTo(new SnapshotId(1)));
    }

    [Test]
    public async Task A_program_about_to_start_catches_up_without_a_process()
    {
        var bench = new PipelineBench();
        bench.Publish();
        using var window = new CompileWindow(CancellationToken.None);

        var result = await Hang.Guard(bench.Pipeline.CatchUpAsync(window));

        Assert.That((result!.Outcome, result.Generation, result.Cause), Is.EqualTo((ReloadOutcome.Applied, 1, ReloadCause.Restart)));
        Assert.That(bench.Journal, Is.EqualTo(new[] { "commit" }));
        Assert.That(bench.Log.All.Single().Deltas.Single().ModuleId, Is.EqualTo(Changes.Delta.ModuleId));
    }

    [Test]
    public async Task Catching_up_with_nothing_is_no_result()
    {
        var bench = new PipelineBench();
        bench.Compiles(snapshot => Changes.Of(snapshot, CompileVerdict.NoChange));
        bench.Publish();
        using var window = new CompileWindow(CancellationToken.None);

        Assert.That(await Hang.Guard(bench.Pipeline.CatchUpAsync(window)), Is.Null);
    }

    [Test]
    public async Task What_was_forgotten_before_the_start_is_no_news_after_it()
    {
        var bench = new PipelineBench();
        bench.Compiles(_ => throw new InvalidOperationException("There is nothing to compile."));
        bench.Buffers.ChangeOnDisk("/p/of-the-session-before.cs", "");
        bench.Buffers.ForgetClosed();
        using var window = new CompileWindow(CancellationToken.None);

        Assert.That(await Hang.Guard(bench.Pipeline.CatchUpAsync(window)), Is.Null);
        Assert.That(bench.Pipeline.Attempt, Is.EqualTo(new ReloadAttempt(bench.Buffers.Snapshot, ReloadOutcome.NoChange)));
    }

    [Test]
    public async Task Text_with_errors_is_told_and_not_caught_up_with()
    {
        var bench = new PipelineBench();
        bench.Compiles(snapshot => Changes.Of(snapshot, CompileVerdict.Held, Changes.Error("CS1002", "; expected")));
        bench.Publish();
        using var window = new CompileWindow(CancellationToken.None);

        Assert.That((await Hang.Guard(bench.Pipeline.CatchUpAsync(window)))!.Outcome, Is.EqualTo(ReloadOutcome.Held));
        Assert.That(bench.Journal, Is.Empty);
    }
}
