using HotReload.Testing.Waiting;

namespace HotReload.UnitTests.Testing;

public sealed class JournalTests
{
    [Test]
    public async Task What_has_been_seen_already_is_found()
    {
        var journal = new Journal<int>();
        journal.Add(1);
        journal.Add(2);

        Assert.That(await journal.FirstAsync(0, entry => entry > 1, CancellationToken.None), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task What_comes_later_wakes_who_waits_for_it()
    {
        var journal = new Journal<int>();
        var waiting = journal.FirstAsync(0, entry => entry == 3, CancellationToken.None);
        journal.Add(1);
        Assert.That(waiting.IsCompleted, Is.False);

        journal.Add(3);

        Assert.That((await waiting).Entry, Is.EqualTo(3));
    }

    [Test]
    public void A_hopeless_wait_fails_with_the_reason_and_the_log()
    {
        var wait = new Wait(Timeout.InfiniteTimeSpan, Task.FromResult("The server ended with code 1."), () => "the log");

        Assert.That(
            () => wait.ForAsync("a result", token => new Journal<int>().FirstAsync(0, _ => true, token), CancellationToken.None),
            Throws.TypeOf<HopelessWaitException>().With.Message.EqualTo(
                "Waited for a result. The server ended with code 1.\nthe log"));
    }
}
