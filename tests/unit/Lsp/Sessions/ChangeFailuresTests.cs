using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class ChangeFailuresTests
{
    static readonly ReloadResult s_applied = Results.Of(ReloadOutcome.Applied) with
    {
        Id = 7,
        Generation = 3,
        Members = [new("method", "Till.Price(string)", MemberChange.Updated, "/p/Till.cs", new(new(4, 2), new(6, 3)))],
    };

    SessionBench _bench = null!;
    ChangeFailures _failures = null!;
    int _rolledBack;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _rolledBack = 0;
        _failures = new(SessionBench.Session, _bench.Services, () => _rolledBack++);
    }

    [Test]
    public void The_client_is_told_with_the_place_of_the_member()
    {
        _failures.ReloadEnded(s_applied);
        _failures.Threw(Thrown(3));

        Assert.That(_bench.Peer.Of<ExceptionParams>(), Is.EqualTo(new[]
        {
            new ExceptionParams(
                SessionBench.Session, 7, "Till.Price(string)", "System.FormatException",
                "Till.Price(string) threw System.FormatException after the last change: no number", "/p/Till.cs", new(new(4, 2), new(6, 3))),
        }));
        Assert.That((_rolledBack, _bench.Events.Single()), Is.EqualTo((0, EventKinds.Warning)));
    }

    [Test]
    public void A_member_that_throws_before_its_reload_has_ended_is_told_after_it()
    {
        _failures.Threw(Thrown(3));
        Assert.That(_bench.Peer.Of<ExceptionParams>(), Is.Empty);

        _failures.ReloadEnded(s_applied);

        Assert.That(_bench.Peer.Of<ExceptionParams>().Single().Reload, Is.EqualTo(7));
    }

    [Test]
    public void What_an_earlier_change_throws_is_not_told()
    {
        _failures.ReloadEnded(s_applied);
        _failures.Threw(Thrown(2));
        _failures.ReloadEnded(s_applied with { Id = 8, Generation = 4 });

        Assert.That(_bench.Peer.Of<ExceptionParams>(), Is.Empty);
    }

    [Test]
    public void A_reload_that_was_not_applied_is_not_blamed()
    {
        _failures.ReloadEnded(s_applied with { Outcome = ReloadOutcome.Held });
        _failures.Threw(Thrown(3));

        Assert.That(_bench.Peer.Of<ExceptionParams>(), Is.Empty);
    }

    [TestCase(RollbackPolicy.Auto, 1)]
    [TestCase(RollbackPolicy.Never, 0)]
    public void The_setting_says_what_is_done(RollbackPolicy policy, int rolledBack)
    {
        _bench.Options.Take(new(RollbackOnException: policy));
        _failures.ReloadEnded(s_applied);
        _failures.Threw(Thrown(3));

        Assert.That((_rolledBack, _bench.Peer.Of<ExceptionParams>().Count), Is.EqualTo((rolledBack, 0)));
    }

    static MemberFailure Thrown(int generation) => new(generation, "Till", "Price", "System.FormatException", "no number");
}
