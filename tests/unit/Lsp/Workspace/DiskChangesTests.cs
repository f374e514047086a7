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
        var events = new EventStream(new RecordingPeer().Client, _clock);
        _disk = new(_buffers, _options, _folders, events, FolderWatches.Create(events, new(_clock, TextWriter.Null), _clock), _clock);
        _disk.Published += (cause, paths) =>
        {
            Assert.That(paths, Is.Not.Empty);
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
        _clock.Advance(49);
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
        _clock.Advance(50);

        Assert.That(_buffers.Snapshot.Texts[file], Is.EqualTo("two"));
    }

    [Test]
    public void The_disk_having_the_text_of_an_open_buffer_is_a_save_that_is_still_to_be_told()
    {
        _buffers.Open(_file, 1, "zero");
        _buffers.Change(_file, 2, [new(null, "one")]);
        _disk.Touch(_file);
        _clock.Advance(50);

        Assert.That(_causes, Is.EqualTo(new[] { ReloadCause.Save }));
    }

    [Test]
    public void A_file_that_is_not_open_is_a_change_of_the_disk()
    {
        _disk.Touch(_file);
        _clock.Advance(50);

        Assert.That(_causes, Is.EqualTo(new[] { ReloadCause.Disk }));
    }

    [Test]
    public void What_a_build_writes_is_no_change()
    {
        _disk.Touch(_folder.Write("obj/Debug/Generated.cs", "two"));
        _clock.Advance(50);

        Assert.That(_published, Is.Empty);
    }

    [Test]
    public void Changes_of_several_files_are_one()
    {
        var other = _folder.Write("Other.cs", "two");
        _disk.Touch(_file);
        _clock.Advance(49);
        _disk.Touch(other);
        _clock.Advance(119);
        Assert.That(_published, Is.Empty);
        _clock.Advance(1);

        Assert.That(_published, Is.EqualTo(new[] { SnapshotId.None.Next().Next() }));
        Assert.That(_buffers.Snapshot.Texts.Keys, Is.EquivalentTo(new[] { _file, other }));
    }

    [Test]
    public void A_file_with_a_new_name_is_never_there_twice()
    {
        var renamed = _folder.At("Basket.cs");
        File.Move(_file, renamed);
        _disk.Touch(_file);
        _disk.Touch(renamed);
        _clock.Advance(269);
        Assert.That(_published, Is.Empty);
        _clock.Advance(1);

        Assert.That(_published, Has.Count.EqualTo(1));
        Assert.That(_buffers.Snapshot.Texts, Is.EquivalentTo(new Dictionary<string, string?> { [_file] = null, [renamed] = "one" }));
    }

    [Test]
    public void A_file_that_is_closed_and_gone_keeps_its_text_until_the_disk_is_sure_of_it()
    {
        _buffers.Open(_file, 1, "one");
        _buffers.Change(_file, 2, [new(null, "two")]);
        _buffers.Save(_file);
        File.Delete(_file);
        Assert.That(_disk.Close(_file), Is.EqualTo(BufferUpdate.Taken));
        Assert.That(_buffers.Snapshot.Texts[_file], Is.EqualTo("two"));
        _clock.Advance(200);

        Assert.That(_buffers.Snapshot.Texts[_file], Is.Null);
        Assert.That(_causes, Is.EqualTo(new[] { ReloadCause.Disk }));
    }

    [Test]
    public void Whoever_writes_without_end_is_not_waited_for_without_end()
    {
        for (var i = 0; i < 60; i++)
        {
            _disk.Touch(_folder.Write($"Part{i % 2}.cs", "x"));
            _clock.Advance(40);
        }

        Assert.That(_published, Is.Not.Empty);
    }

    [Test]
    public void A_checkout_is_over_when_git_says_so()
    {
        var @lock = _folder.Write(".git/index.lock", "");
        File.SetLastWriteTimeUtc(@lock, _clock.GetUtcNow().UtcDateTime);
        _disk.Touch(_file);
        _clock.Advance(5000);
        Assert.That(_published, Is.Empty);
        File.Delete(@lock);
        _clock.Advance(120);

        Assert.That(_published, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_lock_that_a_dead_git_left_holds_nothing_up()
    {
        var @lock = _folder.Write(".git/index.lock", "");
        File.SetLastWriteTimeUtc(@lock, _clock.GetUtcNow().UtcDateTime.AddMinutes(-1));
        _disk.Touch(_file);
        _clock.Advance(50);

        Assert.That(_published, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_project_file_is_told_when_the_sources_beside_it_are_taken()
    {
        _disk.ProjectChanged += _ => Assert.That(_buffers.Snapshot.Texts[_file], Is.EqualTo("one"));
        _disk.Touch(_folder.Write("App.csproj", "<Project/>"));
        _disk.Touch(_file);
        _clock.Advance(120);

        Assert.That((_published.Count, _projects.Count), Is.EqualTo((1, 1)));
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
        _clock.Advance(60);
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
        _clock.Advance(199);
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
        _clock.Advance(200);

        Assert.That(_buffers.Snapshot.Texts[_file], Is.Empty);
    }

    [Test]
    public void A_touch_that_changed_nothing_is_not_told()
    {
        _disk.Touch(_file);
        _clock.Advance(50);
        _disk.Touch(_file);
        _clock.Advance(50);

        Assert.That(_published, Has.Count.EqualTo(1));
    }

    [Test]
    public void The_buffer_of_an_open_file_beats_the_disk()
    {
        _buffers.Open(_file, 1, "on the screen");
        _buffers.Save(_file);
        _disk.Touch(_file);
        _clock.Advance(50);

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
        _clock.Advance(50);

        Assert.That(_projects, Is.EqualTo(new[] { project }));
        Assert.That(_published, Is.Empty);
    }

    [Test]
    public void A_project_file_that_is_being_written_is_doubted_as_others_are()
    {
        var project = _folder.At("App.csproj");
        _disk.Touch(project);
        _clock.Advance(50);
        Assert.That(_projects, Is.Empty);
        _clock.Advance(150);

        Assert.That(_projects, Is.EqualTo(new[] { project }));
    }

    [TestCase("obj/Debug/App.AssemblyInfo.cs")]
    [TestCase("obj/App.csproj.nuget.g.props")]
    [TestCase("bin/Cart.cs")]
    [TestCase("site.scss")]
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
}
