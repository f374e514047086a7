using HotReload.Core.Reload;
using HotReload.UnitTests.Core.Pipeline;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Core.Reload;

public sealed class RestartReasonsTests
{
    static readonly ReloadDiagnostic s_error = Changes.Error("ENC0033", "Deleting it needs a restart");
    static readonly ReloadDiagnostic s_warning = Changes.Warning("HR1003", "It is new");

    [Test]
    public void Errors_are_the_reasons() => Assert.That(
        RestartReasons.Of(Results.Of(ReloadOutcome.RestartRequired, s_warning, s_error)), Is.EqualTo(new[] { s_error }));

    [Test]
    public void Without_an_error_all_of_it_is() => Assert.That(
        RestartReasons.Of(Results.Of(ReloadOutcome.RestartRequired, s_warning)), Is.EqualTo(new[] { s_warning }));

    [TestCase(ReloadOutcome.Applied)]
    [TestCase(ReloadOutcome.Held)]
    [TestCase(ReloadOutcome.Failed)]
    public void A_reload_that_asks_for_no_restart_has_none(ReloadOutcome outcome) =>
        Assert.That(RestartReasons.Of(Results.Of(outcome, s_error)), Is.Empty);
}
