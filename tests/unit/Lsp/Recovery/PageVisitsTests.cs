using HotReload.Core.Recovery;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Recovery;

public sealed class PageVisitsTests
{
    const string Page = "A1";
    const string Path = "/books";

    SessionBench _bench = null!;
    PageVisits _visits = null!;

    [SetUp]
    public void Create()
    {
        _bench = new();
        _visits = new(SessionBench.Session, _bench.Services.Events, _bench.Services.Recoveries, _bench.Clock);
    }

    [Test]
    public async Task A_page_whose_connection_breaks_again_and_again_is_told_of_once_and_left_alone()
    {
        await BreakAsync(PageVisits.Limit.Times);
        Assert.That(_bench.Events, Is.EqualTo(Enumerable.Repeat(new[] { "pageConnected", "pageLeft" }, PageVisits.Limit.Times).SelectMany(pair => pair).Append("recovery")));

        for (var i = 0; i < 100; i++)
        {
            await _visits.CameAsync(Page, Path);
            _visits.Left(Page, Path);
        }

        Assert.That(_bench.Events.Last(), Is.EqualTo("recovery"), "None of it is told.");
        Assert.That(Entries.Single(), Has.Property("Page").EqualTo(Path).And.Property("Fault").EqualTo(Fault.PageUnsteady));
    }

    [Test]
    public async Task After_a_while_it_is_looked_at_once_more_and_is_recovered_when_its_connection_holds()
    {
        await BreakAsync(PageVisits.Limit.Times);
        _bench.Clock.Advance(RecoveryTable.Patience(Fault.PageUnsteady)[0]);
        await BreakAsync(1);
        await _visits.CameAsync(Page, Path);
        Assert.That(_bench.Events.TakeLast(3), Is.EqualTo(new[] { "recovery", "pageConnected", "pageLeft" }), "It was looked at once, and not again.");
        _visits.Left(Page, Path);

        _bench.Clock.Advance(RecoveryTable.Patience(Fault.PageUnsteady)[0]);
        var known = _visits.CameAsync(Page, Path);
        _bench.Clock.Advance(PageVisits.Steady);
        await Hang.Guard(known);
        Assert.That(_bench.Events.Last(), Is.EqualTo("recovered"));
        Assert.That(Entries.Single().Outcome, Is.EqualTo(RecoveryOutcome.Recovered));

        _visits.Left(Page, Path);
        _ = _visits.CameAsync(Page, Path);
        Assert.That(_bench.Events.TakeLast(2), Is.EqualTo(new[] { "pageLeft", "pageConnected" }));
    }

    [Test]
    public async Task Another_page_is_told_of_as_ever()
    {
        await BreakAsync(PageVisits.Limit.Times);
        _ = _visits.CameAsync("B2", "/other");

        Assert.That(_bench.Peer.Of<EventParams>()[^1], Has.Property("Kind").EqualTo("pageConnected").And.Property("Correlation").EqualTo("B2"));
    }

    [Test]
    public async Task A_connection_that_held_makes_up_for_those_that_did_not()
    {
        await BreakAsync(PageVisits.Limit.Times - 1);
        var known = _visits.CameAsync(Page, Path);
        _bench.Clock.Advance(PageVisits.Steady);
        await Hang.Guard(known);
        _visits.Left(Page, Path);
        await BreakAsync(1);

        Assert.That(Entries, Is.Empty);
    }

    [Test]
    public async Task Connections_that_end_with_the_program_count_for_nothing()
    {
        await BreakAsync(PageVisits.Limit.Times - 1);
        var known = _visits.CameAsync(Page, Path);
        _visits.Restart();
        await Hang.Guard(known);
        _visits.Left(Page, Path);
        await BreakAsync(PageVisits.Limit.Times - 1);

        Assert.That(Entries, Is.Empty);
    }

    [Test]
    public void A_page_that_came_under_an_earlier_server_is_told_of_when_it_leaves()
    {
        _visits.Left(Page, Path);

        Assert.That(_bench.Events, Is.EqualTo(new[] { "pageLeft" }));
    }

    IReadOnlyList<RecoveryEntry> Entries => _bench.Services.Recoveries.List.Recoveries;

    /// <summary>The connection comes and breaks, and that is known of it.</summary>
    async Task BreakAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var known = _visits.CameAsync(Page, Path);
            _visits.Left(Page, Path);
            await Hang.Guard(known);
        }
    }
}
