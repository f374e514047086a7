using HotReload.Lsp.Hosting;
using HotReload.Runtime.Processes;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Hosting;

public sealed class SessionFolderTests
{
    static readonly DateTimeOffset s_later = DateTimeOffset.UtcNow + SessionFolder.Kept + TimeSpan.FromHours(1);

    TemporaryFolder _parent = null!;

    [SetUp]
    public void Create() => _parent = new();

    [TearDown]
    public void Delete() => _parent.Dispose();

    [Test]
    public void It_is_this_users_and_gone_at_the_end()
    {
        string path;
        using (var folder = new SessionFolder(_parent.Path))
        {
            path = folder.Path;
            if (!OperatingSystem.IsWindows())
            {
                Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            }
        }

        Assert.That(Directory.Exists(path), Is.False);
    }

    [Test]
    public void What_a_killed_server_left_is_removed_after_a_day()
    {
        var left = Path.GetDirectoryName(_parent.Write("hotreload-killed/server.lock", ""))!;
        _parent.Write("hotreload-killed/session-1/state", "cart");
        SessionFolder.RemoveAbandoned(_parent.Path, DateTimeOffset.UtcNow);
        Assert.That(Directory.Exists(left));

        SessionFolder.RemoveAbandoned(_parent.Path, s_later);
        Assert.That(Directory.Exists(left), Is.False);
    }

    [Test, Platform("Linux,MacOsX")]
    public void What_the_runtime_of_a_killed_server_left_is_removed_at_once()
    {
        // Of a process that is not there; its start is a moment of its own.
        var killed = new ProcessIdentity(4_000_003, Environment.TickCount64);
        _parent.Write("hotreload-killed/server.lock", FormattableString.Invariant($"{killed.Id} {killed.Started}"));
        var left = RuntimeFiles.Names(killed).Select(name => Path.Combine(Path.GetTempPath(), name)).ToList();
        left.ForEach(path => File.WriteAllText(path, ""));
        var waiting = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"hr-{killed.Id}-{killed.Started}-abcdef"));
        Directory.CreateDirectory(waiting);

        SessionFolder.RemoveAbandoned(_parent.Path, DateTimeOffset.UtcNow);
        Assert.That(left, Has.None.Matches<string>(File.Exists));
        Assert.That(Directory.Exists(_parent.At("hotreload-killed")) && Directory.Exists(waiting));

        SessionFolder.RemoveAbandoned(_parent.Path, s_later);
        Assert.That(Directory.Exists(_parent.At("hotreload-killed")) || Directory.Exists(waiting), Is.False);
    }

    [Test]
    public void The_folder_of_a_server_that_lives_and_those_of_others_stay()
    {
        var other = Path.GetDirectoryName(_parent.Write("hotreload-other/notes.txt", "mine"))!;
        using var folder = new SessionFolder(_parent.Path);

        SessionFolder.RemoveAbandoned(_parent.Path, s_later);

        Assert.That(Directory.Exists(folder.Path) && Directory.Exists(other));
    }
}
