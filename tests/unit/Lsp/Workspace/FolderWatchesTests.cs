using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Workspace;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Workspace;

public sealed class FolderWatchesTests
{
    readonly TestClock _clock = new();
    TemporaryFolder _folder = null!;
    List<string> _touched = null!;
    RecordingPeer _peer = null!;
    string _project = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _touched = [];
        _peer = new();
        _project = _folder.Write("app/App.csproj", "x");
        _folder.Write("app/Cart.cs", "one");
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Where_the_system_has_no_watcher_left_files_are_looked_at_and_that_is_told_once()
    {
        using var watch = Watches(_ => throw new IOException("The configured user limit (128) on the number of inotify instances has been reached"))
            .Start(new([_project], [], []), _touched.Add, WatchedBy.Server);
        var file = _folder.Write("app/Other.cs", "two");
        _clock.Advance(FolderPolling.Interval);
        _clock.Advance(FolderPolling.Interval);

        Assert.That(_touched, Is.EqualTo(new[] { file }));
        Assert.That(_peer.Of<EventParams>().Select(told => (told.Kind, told.Message.Contains("inotify", StringComparison.Ordinal))), Is.EqualTo(new[] { (EventKinds.WatchFallback, true) }));
    }

    [Test]
    public void A_folder_that_is_gone_takes_its_files_along_though_the_client_tells_of_the_folder_only()
    {
        var old = _folder.Write("app/here/Basket.cs", "one");
        var watches = Watches(_ => throw new IOException("nobody asked for one"));
        using var watch = watches.Start(new([_project], [], []), _touched.Add, WatchedBy.Client);
        Directory.Move(_folder.At("app/here"), _folder.At("app/there"));
        watches.Compare(_folder.At("app/here"));

        Assert.That(_touched, Is.EqualTo(new[] { _folder.At("app/there/Basket.cs"), old }));
    }

    [Test]
    public void A_linked_file_is_watched_wherever_it_lies()
    {
        var linked = _folder.Write("shared/Linked.cs", "one");
        using var watch = Watches(_ => throw new IOException("no")).Start(new([_project], [linked], []), _touched.Add, WatchedBy.Client);
        _folder.Write("shared/Other.cs", "one");
        File.WriteAllText(linked, "another");
        _clock.Advance(FolderPolling.Interval);

        Assert.That(_touched, Is.EqualTo(new[] { linked }));
    }

    [Test]
    public void Nothing_is_told_after_the_end()
    {
        var watches = Watches(_ => throw new IOException("no"));
        watches.Start(new([_project], [], []), _touched.Add, WatchedBy.Server).Dispose();
        _folder.Write("app/Other.cs", "two");
        _clock.Advance(FolderPolling.Interval);

        Assert.That(_touched, Is.Empty);
    }

    FolderWatches Watches(Func<string, FileSystemWatcher> create) => new(new EventStream(_peer.Client, _clock), new(_clock), _clock, create);
}
