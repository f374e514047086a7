using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class SessionStatusTests
{
    RecordingPeer _peer = null!;
    SessionStatus _status = null!;

    [SetUp]
    public void Create()
    {
        _peer = new();
        _status = new(_peer.Client, "session-1", ReloadMode.Type);
    }

    [Test]
    public void It_begins_off_and_says_nothing()
    {
        Assert.That(_status.Current, Is.EqualTo(new StatusParams("session-1", SessionState.Off, "", ReloadMode.Type, false, 0, 0, [])));
        Assert.That(_peer.Of<StatusParams>(), Is.Empty);
    }

    [Test]
    public void A_change_is_told_as_it_is()
    {
        _status.Enter(SessionState.Starting, "Loading projects.");

        Assert.That(_peer.Of<StatusParams>(), Is.EqualTo(new[] { _status.Current }));
        Assert.That(_status.Current, Is.EqualTo(new StatusParams("session-1", SessionState.Starting, "Loading projects.", ReloadMode.Type, false, 0, 0, [])));
    }

    [Test]
    public void What_stays_the_same_is_not_told()
    {
        _status.Enter(SessionState.Ready);
        _status.Enter(SessionState.Ready);
        _status.Change(status => status with { Paused = false });

        Assert.That(_peer.Of<StatusParams>(), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_new_message_or_number_is_a_change()
    {
        _status.Enter(SessionState.Held, "One.");
        _status.Enter(SessionState.Held, "Two.");
        _status.Change(status => status with { LastReload = 1 });

        Assert.That(_peer.Of<StatusParams>(), Has.Count.EqualTo(3));
    }

    [Test]
    public void A_state_without_message_takes_the_old_one_back()
    {
        _status.Enter(SessionState.Held, "One error.");
        _status.Enter(SessionState.Ready);

        Assert.That(_status.Current.Message, Is.Empty);
    }
}
