using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.UnitTests.Core.Pipeline;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Core.Recovery;

public sealed class ReloadFaultsTests
{
    [TestCase(ReloadOutcome.Applied, null)]
    [TestCase(ReloadOutcome.NoChange, null)]
    [TestCase(ReloadOutcome.Restarted, null)]
    [TestCase(ReloadOutcome.Held, Fault.TextHasErrors)]
    [TestCase(ReloadOutcome.RestartRequired, Fault.DeltaRefused)]
    [TestCase(ReloadOutcome.Failed, null)]
    public void An_outcome_tells_of_one(ReloadOutcome outcome, Fault? fault) => Assert.That(ReloadFaults.Of(Results.Of(outcome)), Is.EqualTo(fault));

    [Test]
    public void A_delta_without_effect_is_one_that_can_be_none() => Assert.That(
        ReloadFaults.Of(Results.Of(ReloadOutcome.Applied, Results.Diagnostic("ENC0118", null, DiagnosticSeverity.Warning))), Is.EqualTo(Fault.DeltaRefused));

    [Test]
    public void A_program_that_has_refused_a_change_has_failed_and_one_that_has_ended_has_not()
    {
        var failed = Results.Of(ReloadOutcome.Failed);

        Assert.That(ReloadFaults.Of(failed with { Processes = [Changes.Took(7), Changes.Refused(8, "No.")] }), Is.EqualTo(Fault.ProgramPoisoned));
        Assert.That(ReloadFaults.Of(failed with { Processes = [ProcessReload.Lost(7, "It ended.")] }), Is.Null);
    }
}
