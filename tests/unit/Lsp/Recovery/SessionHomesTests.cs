using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Runtime.Processes;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Recovery;

[Platform("Linux,MacOsX")]
public sealed class SessionHomesTests
{
    const string Version = "1.0.0";
    const int FirstProcess = 1;

    static readonly ProcessIdentity s_here = ProcessIdentity.Find(Environment.ProcessId)!.Value;

    TemporaryFolder _folder;
    SessionHomes _homes;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _homes = new(_folder.Path, Version, new ServerLog(new TestClock(), TextWriter.Null));
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_session_of_another_client_is_not_held_for_a_moment()
    {
        var mine = Leave("mine", s_here);
        var other = Leave("other", ProcessIdentity.Find(FirstProcess)!.Value);
        using var taken = _homes.TakeLost(s_here).GetEnumerator();

        Assert.That(taken.MoveNext());
        Assert.That(taken.Current.Home.FolderPath, Is.EqualTo(mine));
        using var home = SessionHome.TryTake(other);
        Assert.That(home, Is.Not.Null, "The next server of that client comes in this very moment.");
    }

    [Test]
    public void What_nobody_will_come_for_is_removed()
    {
        var gone = Leave("gone", new(s_here.Id, s_here.Started + 1));
        var old = Leave("old", s_here, "0.9.0");

        Assert.That(_homes.TakeLost(s_here), Is.Empty);
        Assert.That((Directory.Exists(gone), Directory.Exists(old)), Is.EqualTo((false, false)));
    }

    [Test]
    public void A_session_whose_server_lives_is_left_to_it()
    {
        using var home = _homes.Create()!;
        home.Write(Record(s_here, Version));

        Assert.That(_homes.TakeLost(s_here), Is.Empty);
        Assert.That(SessionHome.Read(home.FolderPath), Is.Not.Null);
    }

    /// <summary>A session as a server leaves it that is killed.</summary>
    string Leave(string name, ProcessIdentity owner, string version = Version)
    {
        var left = _folder.At(name);
        using var home = _homes.Create()!;
        home.Write(Record(owner, version));
        Directory.Move(home.FolderPath, left);
        return left;
    }

    static SessionRecord Record(ProcessIdentity owner, string version) => new(version, "session-1", new("/p/App.csproj"), ReloadMode.Save, Paused: false, owner);
}
