using System.Threading.Channels;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Workspace;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Workspace;

public sealed class FolderWatchesTests
{
    /// <summary>A session that began after all that is written here.</summary>
    static readonly DateTimeOffset s_later = DateTimeOffset.MaxValue;

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
            .Start(new([_project], [], []), s_later, _touched.Add, WatchedBy.Server);
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
        using var watch = watches.Start(new([_project], [], []), s_later, _touched.Add, WatchedBy.Client);
        Directory.Move(_folder.At("app/here"), _folder.At("app/there"));
        watches.Compare(_folder.At("app/here"));

        Assert.That(_touched, Is.EqualTo(new[] { _folder.At("app/there/Basket.cs"), old }));
    }

    [Test]
    public void A_linked_file_is_watched_wherever_it_lies()
    {
        var linked = _folder.Write("shared/Linked.cs", "one");
        using var watch = Watches(_ => throw new IOException("no")).Start(new([_project], [linked], []), s_later, _touched.Add, WatchedBy.Client);
        _folder.Write("shared/Other.cs", "one");
        File.WriteAllText(linked, "another");
        _clock.Advance(FolderPolling.Interval);

        Assert.That(_touched, Is.EqualTo(new[] { linked }));
    }

    [Test]
    public void What_was_written_while_the_session_was_on_its_way_is_told()
    {
        var began = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var late = _folder.Write("app/Late.cs", "two");
        File.SetLastWriteTimeUtc(_folder.At("app/Cart.cs"), began.UtcDateTime.AddSeconds(-1));
        File.SetLastWriteTimeUtc(_project, began.UtcDateTime.AddSeconds(-1));
        File.SetLastWriteTimeUtc(late, began.UtcDateTime.AddSeconds(1));
        using var watch = Watches(_ => throw new IOException("no")).Start(new([_project], [], []), began, _touched.Add, WatchedBy.Server);

        Assert.That(_touched, Is.EqualTo(new[] { late }));
    }

    [Test]
    public void So_is_a_linked_file_that_no_folder_of_a_project_has()
    {
        var began = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var (linked, old) = (_folder.Write("shared/Linked.cs", "one"), _folder.Write("shared/Old.cs", "one"));
        File.SetLastWriteTimeUtc(old, began.UtcDateTime.AddSeconds(-1));
        File.SetLastWriteTimeUtc(linked, began.UtcDateTime);
        using var watch = Watches(_ => throw new IOException("no")).Start(new([_project], [linked, old], []), began, _touched.Add, WatchedBy.Client);

        Assert.That(_touched, Is.EqualTo(new[] { linked }));
    }

    [TestCase(WatchedFolders.Least, 0, 1)]
    [TestCase(WatchedFolders.Least, WatchedFolders.Least, 1)]
    [TestCase(WatchedFolders.Least, WatchedFolders.Least + 1, WatchedFolders.Least)]
    [TestCase(WatchedFolders.Least - 1, 0, WatchedFolders.Least - 1)]
    public async Task Many_projects_next_to_each_other_take_one_watcher(int projects, int others, int watchers)
    {
        string[] files = [.. Enumerable.Range(0, projects).Select(i => _folder.Write($"many/P{i}/P{i}.csproj", "x"))];
        foreach (var i in Enumerable.Range(0, others))
        {
            _folder.Write($"many/other{i}/Other.cs", "one");
        }

        var (made, told) = (0, Channel.CreateUnbounded<string>());
        using var watch = Watches(folder =>
        {
            made++;
            return new(folder);
        }).Start(new([.. files], [], []), s_later, path => told.Writer.TryWrite(path), WatchedBy.Server);
        Directory.CreateDirectory(_folder.At("many/other"));
        _folder.Write("many/other/Another.cs", "one");
        var changed = _folder.Write("many/P3/Cart.cs", "one");

        Assert.That(made, Is.EqualTo(watchers));
        Assert.That(await Hang.Guard(told.Reader.ReadAsync().AsTask()), Is.EqualTo(changed), "What lies beside the projects is nobody's.");
    }

    [Test]
    public void Where_one_watcher_of_many_is_not_to_be_had_each_project_is_looked_at()
    {
        string[] files = [.. Enumerable.Range(0, WatchedFolders.Least).Select(i => _folder.Write($"many/P{i}/P{i}.csproj", "x"))];
        using var watch = Watches(_ => throw new IOException("no")).Start(new([.. files], [], []), s_later, _touched.Add, WatchedBy.Server);
        string[] changed = [.. Enumerable.Range(0, WatchedFolders.Least).Select(i => _folder.Write($"many/P{i}/Cart.cs", "one"))];
        _clock.Advance(FolderPolling.Interval);

        Assert.That(_touched, Is.EquivalentTo(changed));
    }

    [Test]
    public void Nothing_is_told_after_the_end()
    {
        var watches = Watches(_ => throw new IOException("no"));
        watches.Start(new([_project], [], []), s_later, _touched.Add, WatchedBy.Server).Dispose();
        _folder.Write("app/Other.cs", "two");
        _clock.Advance(FolderPolling.Interval);

        Assert.That(_touched, Is.Empty);
    }

    FolderWatches Watches(Func<string, FileSystemWatcher> create) => new(new EventStream(_peer.Client, _clock), new(_clock, TextWriter.Null), _clock, create);
}
