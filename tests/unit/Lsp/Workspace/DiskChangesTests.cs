using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Workspace;
using HotReload.UnitTests.Lsp.Support;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Workspace;

public sealed class DiskChangesTests
{
    readonly TestClock _clock = new();
    TemporaryFolder _folder = null!;
    BufferStore _buffers = null!;
    ServerOptions _options = null!;
    WorkspaceFolders _folders = null!;
    DiskChanges _disk = null!;
    List<SnapshotId> _published = null!;
    List<ReloadCause> _causes = null!;
    List<string> _projects = null!;
    string _file = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _buffers = new();
        _options = new();
        _folders = new();
        _published = [];
        _causes = [];
        _projects = [];
        _disk = new(_buffers, _options, _folders, new EventStream(new RecordingPeer().Client, _clock), _clock);
        _disk.Published += cause =>
        {
            _published.Add(_buffers.Snapshot.Id);
            _causes.Add(cause);
        };
        _disk.ProjectChanged += _projects.Add;
        _file = _folder.Write("Cart.cs", "one");
    }

    [TearDown]
    public void Delete()
    {
        _disk.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_change_is_taken_when_things_have_calmed_down()
    {
        _disk.Touch(_file);
        _clock.Advance(9);
        Assert.That(_published, Is.Empty);
        _clock.Advance(1);

        Assert.That(_published, Has.Count.EqualTo(1));
        Assert.That(_buffers.Snapshot.Texts[_file], Is.EqualTo("one"));
    }

    [Test]
    public void A_workspace_may_lie_below_a_folder_named_as_an_output_folder()
    {
        var file = _folder.Write("bin/work/Cart.cs", "two");
        _folders.Set(new(WorkspaceFolders: [new(new Uri(Path.GetDirectoryName(file)!).AbsoluteUri)]));
        _disk.Touch(file);
        _clock.Advance(10);

        Assert.That(_buffers.Snapshot.Texts[file], Is.EqualTo("two"));
    }

    [Test]
    public void The_disk_having_the_text_of_an_open_buffer_is_a_save_that_is_still_to_be_told()
    {
        _buffers.Open(_file, 1, "zero");
        _buffers.Change(_file, 2, [new(null, "one")]);
        _disk.Touch(_file);
        _clock.Advance(10);

        Assert.That(_causes, Is.EqualTo(new[] { ReloadCause.Save }));
    }

    [Test]
    public void A_file_that_is_not_open_is_a_change_of_the_disk()
    {
        _disk.Touch(_file);
        _clock.Advance(10);

        Assert.That(_causes, Is.EqualTo(new[] { ReloadCause.Disk }));
    }

    [Test]
    public void What_a_build_writes_is_no_change()
    {
        _disk.Touch(_folder.Write("obj/Debug/Generated.cs", "two"));
        _clock.Advance(10);

        Assert.That(_published, Is.Empty);
    }

    [Test]
    public void Changes_of_several_files_are_one()
    {
        var other = _folder.Write("Other.cs", "two");
        _disk.Touch(_file);
        _clock.Advance(5);
        _disk.Touch(other);
        _clock.Advance(10);

        Assert.That(_published, Has.Count.EqualTo(1));
        Assert.That(_buffers.Snapshot.Texts.Keys, Is.EquivalentTo(new[] { _file, other }));
    }

    [Test]
    public void An_atomic_save_is_one_change()
    {
        File.Delete(_file);
        _disk.Touch(_file);
        _clock.Advance(20);
        File.WriteAllText(_file, "");
        _disk.Touch(_file);
        _clock.Advance(100);
        File.WriteAllText(_file, "two");
        _disk.Touch(_file);
        _clock.Advance(1000);

        Assert.That(_published, Is.EqualTo(new[] { SnapshotId.None.Next() }));
        Assert.That(_buffers.Snapshot.Texts[_file], Is.EqualTo("two"));
    }

    [Test]
    public void A_file_that_was_rewritten_within_the_doubt_is_read_again_without_being_touched()
    {
        File.WriteAllText(_file, "");
        _disk.Touch(_file);
        _clock.Advance(20);
        File.WriteAllText(_file, "two");
        _clock.Advance(150);

        Assert.That(_buffers.Snapshot.Texts[_file], Is.EqualTo("two"));
        Assert.That(_published, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_file_that_stays_away_is_deleted()
    {
        File.Delete(_file);
        _disk.Touch(_file);
        _clock.Advance(159);
        Assert.That(_published, Is.Empty);
        _clock.Advance(1);

        Assert.That(_buffers.Snapshot.Texts[_file], Is.Null);
        Assert.That(_published, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_file_that_stays_empty_is_empty()
    {
        File.WriteAllText(_file, "");
        _disk.Touch(_file);
        _clock.Advance(160);

        Assert.That(_buffers.Snapshot.Texts[_file], Is.Empty);
    }

    [Test]
    public void A_touch_that_changed_nothing_is_not_told()
    {
        _disk.Touch(_file);
        _clock.Advance(10);
        _disk.Touch(_file);
        _clock.Advance(10);

        Assert.That(_published, Has.Count.EqualTo(1));
    }

    [Test]
    public void The_buffer_of_an_open_file_beats_the_disk()
    {
        _buffers.Open(_file, 1, "on the screen");
        _buffers.Save(_file);
        _disk.Touch(_file);
        _clock.Advance(10);

        Assert.That(_published, Is.Empty);
        Assert.That(_buffers.Snapshot.Texts[_file], Is.EqualTo("on the screen"));
    }

    [Test]
    public void A_project_file_is_told_once_when_things_have_calmed_down()
    {
        var project = _folder.Write("App.csproj", "<Project/>");
        _disk.Touch(project);
        _disk.Touch(project);
        Assert.That(_projects, Is.Empty);
        _clock.Advance(10);

        Assert.That(_projects, Is.EqualTo(new[] { project }));
        Assert.That(_published, Is.Empty);
    }

    [Test]
    public void A_project_file_that_is_being_written_is_doubted_as_others_are()
    {
        var project = _folder.At("App.csproj");
        _disk.Touch(project);
        _clock.Advance(10);
        Assert.That(_projects, Is.Empty);
        _clock.Advance(150);

        Assert.That(_projects, Is.EqualTo(new[] { project }));
    }

    [TestCase("obj/Debug/App.AssemblyInfo.cs")]
    [TestCase("obj/App.csproj.nuget.g.props")]
    [TestCase("bin/Cart.cs")]
    [TestCase("site.css")]
    public void Output_and_other_files_do_not_matter(string relative)
    {
        _disk.Touch(_folder.Write(relative, "x"));
        _clock.Advance(1000);

        Assert.That((_published.Count, _projects.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Nothing_matters_where_external_edits_are_off()
    {
        _options.Take(new(ExternalEdits: false));
        _disk.Touch(_file);
        _disk.Touch(_folder.At("App.csproj"));
        _clock.Advance(1000);

        Assert.That((_published.Count, _projects.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_client_that_watches_needs_no_watch_of_ours()
    {
        _disk.ClientWatches = true;

        Assert.That(_disk.Watch([_folder.At("App.csproj")]), Is.Null);
    }
}
