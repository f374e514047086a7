using HotReload.Core.Recovery;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Recovery;

public sealed class RecoveriesTests
{
    SessionBench _bench = null!;
    SessionRecoveries _session = null!;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _session = new(SessionBench.Session, _bench.Services.Recoveries);
    }

    [Test]
    public void A_step_is_told_when_it_begins_and_kept_with_what_came_of_it()
    {
        _session.Begin(Fault.ProgramCrashed, RecoveryAction.RestartProgram, "The program crashed.");
        Assert.That(Entries.Single(), Has.Property(nameof(RecoveryEntry.Outcome)).EqualTo(RecoveryOutcome.Running));
        Assert.That(_bench.Peer.Of<EventParams>().Select(told => (told.Kind, told.Message)), Is.EqualTo(new[] { ("recovery", "The program crashed.") }));

        _bench.Clock.Advance(520);
        _session.End(RecoveryOutcome.Recovered, "It runs.");
        Assert.That(Entries, Is.EqualTo(new[]
        {
            new RecoveryEntry(
                1, "1970-01-01T00:00:00.0000000+00:00", SessionBench.Session, null, Fault.ProgramCrashed, RecoveryAction.RestartProgram,
                RecoveryOutcome.Recovered, 520, "The program crashed. It runs."),
        }));
    }

    [Test]
    public void A_step_after_which_another_is_taken_has_not_helped()
    {
        _session.Begin(Fault.ServerLost, RecoveryAction.RestartEngine, "One.");
        _session.Begin(Fault.ServerLost, RecoveryAction.RestartProgram, "Two.");
        _session.Hold(Fault.ServerLost, "Three.");
        _session.End(RecoveryOutcome.Recovered, "Nothing is under way.");

        Assert.That(
            Entries.Select(entry => (entry.Step, entry.Outcome, entry.Message)),
            Is.EqualTo(new[]
            {
                (RecoveryAction.RestartEngine, RecoveryOutcome.Failed, "One."),
                (RecoveryAction.RestartProgram, RecoveryOutcome.Failed, "Two."),
                (RecoveryAction.Hold, RecoveryOutcome.Held, "Three."),
            }));
    }

    [Test]
    public void The_oldest_are_forgotten_even_those_under_way()
    {
        var all = _bench.Services.Recoveries;
        var first = all.Begin(SessionBench.Session, "/", Fault.PageUnsteady, RecoveryAction.Retry, "First.");
        for (var i = 0; i < Recoveries.Most; i++)
        {
            all.Begin(SessionBench.Session, null, Fault.ProgramCrashed, RecoveryAction.RestartProgram, "More.");
        }

        all.End(first, RecoveryOutcome.Recovered, null);
        Assert.That(Entries, Has.Count.EqualTo(Recoveries.Most));
        Assert.That(Entries[0].Id, Is.EqualTo(first + 1));
    }

    IReadOnlyList<RecoveryEntry> Entries => _bench.Services.Recoveries.List.Recoveries;
}
