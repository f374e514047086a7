using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Reporting;

public sealed class EventStreamTests
{
    [Test]
    public void Events_are_numbered_and_say_when()
    {
        var peer = new RecordingPeer();
        var clock = new TestClock();
        var events = new EventStream(peer.Client, clock);
        events.Publish("session-1", EventKinds.ReloadStarted, "s4", "A reload has begun.");
        clock.Advance(1500);
        events.Publish(null, EventKinds.Warning, "", "Mind.");

        Assert.That(peer.Of<EventParams>(), Is.EqualTo(new[]
        {
            new EventParams(1, "1970-01-01T00:00:00.0000000+00:00", "session-1", "reloadStarted", "s4", "A reload has begun."),
            new EventParams(2, "1970-01-01T00:00:01.5000000+00:00", null, "warning", "", "Mind."),
        }));
    }
}
