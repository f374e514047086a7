using HotReload.Core.Recovery;

namespace HotReload.UnitTests.Core.Recovery;

public sealed class RecoveryTableTests
{
    [TestCaseSource(nameof(Faults))]
    public void Every_fault_is_held_in_the_end_and_nowhere_before(Fault fault)
    {
        var steps = RecoveryTable.Of(fault).Select(step => step.Action).ToList();

        Assert.That(steps[^1], Is.EqualTo(RecoveryAction.Hold));
        Assert.That(steps.Take(steps.Count - 1), Has.No.Member(RecoveryAction.Hold));
    }

    [TestCaseSource(nameof(Faults))]
    public void What_is_tried_again_is_tried_more_patiently(Fault fault) =>
        Assert.That(RecoveryTable.Patience(fault), Is.Ordered);

    [TestCaseSource(nameof(Faults))]
    public void A_fault_that_comes_again_gets_the_next_step_and_the_last_one_from_then_on(Fault fault)
    {
        var steps = RecoveryTable.Of(fault);

        Assert.That(Enumerable.Range(0, steps.Length).Select(taken => RecoveryTable.Next(fault, taken)), Is.EqualTo(steps));
        Assert.That(RecoveryTable.Next(fault, steps.Length).Action, Is.EqualTo(RecoveryAction.Hold));
    }

    [Test]
    public void A_program_that_crashes_is_started_again_three_times() => Assert.That(
        RecoveryTable.Patience(Fault.ProgramCrashed).Select(time => time.TotalSeconds), Is.EqualTo(new[] { 0.5, 1, 2 }));

    [Test]
    public void A_lost_server_is_followed_by_one_that_keeps_the_program_where_it_can() => Assert.That(
        RecoveryTable.Of(Fault.ServerLost).Select(step => step.Action),
        Is.EqualTo(new[] { RecoveryAction.RestartEngine, RecoveryAction.RestartProgram, RecoveryAction.Hold }));

    static IEnumerable<Fault> Faults => Enum.GetValues<Fault>();
}
