using HotReload.Core.Buffers;

namespace HotReload.UnitTests.Core.Buffers;

public sealed class BufferStoreTests
{
    const string File = "/p/a.cs";
    const string Other = "/p/b.cs";

    BufferStore _store = null!;

    [SetUp]
    public void Create() => _store = new();

    [Test]
    public void Text_that_is_open_is_not_published()
    {
        Assert.That(_store.Open(File, 1, "a"), Is.EqualTo(BufferUpdate.Taken));
        Assert.That(_store.Change(File, 2, Insert("b")), Is.EqualTo(BufferUpdate.Taken));

        Assert.That(_store.IsOpen(File), Is.True);
        Assert.That(_store.Snapshot, Is.SameAs(Snapshot.Empty));
    }

    [Test]
    public void A_save_publishes_its_file_and_no_other()
    {
        _store.Open(File, 1, "a");
        _store.Open(Other, 1, "o");
        _store.Change(File, 2, Insert("b"));
        _store.Change(Other, 2, Insert("half-typed"));

        Assert.That(_store.Save(File), Is.EqualTo(BufferUpdate.Published));

        Assert.That(Published(), Is.EqualTo(new[] { (File, "ba") }));
        Assert.That(_store.Snapshot.Id, Is.EqualTo(SnapshotId.None.Next()));
    }

    [Test]
    public void Without_a_program_what_is_closed_is_forgotten_and_what_is_open_is_not()
    {
        _store.Open(File, 1, "a");
        _store.Change(File, 2, Insert("b"));
        _store.Save(File);
        _store.ChangeOnDisk(Other, "o");
        _store.ChangeOnDisk("/p/gone.cs", null);
        var before = _store.Snapshot.Id;

        _store.ForgetClosed();

        Assert.That(Published(), Is.EqualTo(new[] { (File, "ba") }));
        Assert.That(_store.Snapshot.Id, Is.EqualTo(before.Next()));
        Assert.That(_store.DiskFiles, Is.Empty);
        Assert.That(_store.ChangeOnDisk(Other, "o"), Is.EqualTo(BufferUpdate.Published), "The next session may have loaded another text.");
    }

    [Test]
    public void What_is_published_stays_so_while_typing_goes_on()
    {
        _store.Open(File, 1, "a");
        _store.Save(File);
        _store.Change(File, 2, Insert("b"));
        _store.Open(Other, 1, "o");
        _store.Save(Other);

        Assert.That(Published(), Is.EquivalentTo(new[] { (File, "a"), (Other, "o") }));
    }

    [Test]
    public void A_second_save_of_the_same_text_changes_nothing()
    {
        _store.Open(File, 1, "a");
        _store.Save(File);
        var before = _store.Snapshot;

        Assert.That(_store.Save(File), Is.EqualTo(BufferUpdate.Taken));
        Assert.That(_store.Snapshot, Is.SameAs(before));
    }

    [Test]
    public void All_open_text_is_published_on_demand()
    {
        _store.Open(File, 1, "a");
        _store.Open(Other, 1, "o");

        Assert.That(_store.PublishAll(), Is.EqualTo(BufferUpdate.Published));
        Assert.That(Published(), Is.EquivalentTo(new[] { (File, "a"), (Other, "o") }));
        Assert.That(_store.PublishAll(), Is.EqualTo(BufferUpdate.Taken));
    }

    [Test]
    public void Nothing_is_published_where_nothing_is_open() =>
        Assert.That(_store.PublishAll(), Is.EqualTo(BufferUpdate.Taken));

    [Test]
    public void A_file_that_was_never_opened_is_left_alone()
    {
        Assert.That(_store.Change(File, 1, Insert("b")), Is.EqualTo(BufferUpdate.NotOpen));
        Assert.That(_store.Save(File), Is.EqualTo(BufferUpdate.NotOpen));
        Assert.That(_store.Close(File, "disk"), Is.EqualTo(BufferUpdate.NotOpen));

        Assert.That(_store.Snapshot, Is.SameAs(Snapshot.Empty));
        Assert.That(_store.IsOpen(File), Is.False);
    }

    [Test]
    public void A_second_open_replaces_the_text_and_keeps_what_is_published()
    {
        _store.Open(File, 1, "a");
        _store.Save(File);

        Assert.That(_store.Open(File, 1, "z"), Is.EqualTo(BufferUpdate.Reopened));
        Assert.That(Published(), Is.EqualTo(new[] { (File, "a") }));
        _store.Save(File);
        Assert.That(Published(), Is.EqualTo(new[] { (File, "z") }));
    }

    [TestCase(1)]
    [TestCase(0)]
    [TestCase(-5)]
    public void A_stale_version_puts_the_file_out_of_step(int version)
    {
        _store.Open(File, 1, "a");

        Assert.That(_store.Change(File, version, Insert("b")), Is.EqualTo(BufferUpdate.OutOfStep));
        Assert.That(_store.OutOfStep, Is.EqualTo(new[] { File }));
    }

    [Test]
    public void Versions_need_not_be_consecutive()
    {
        _store.Open(File, 1, "a");

        Assert.That(_store.Change(File, 40, Insert("b")), Is.EqualTo(BufferUpdate.Taken));
        Assert.That(_store.OutOfStep, Is.Empty);
    }

    [Test]
    public void A_range_that_is_not_there_puts_the_file_out_of_step()
    {
        _store.Open(File, 1, "a");

        Assert.That(_store.Change(File, 2, [At(0, "b"), At(9, "c")]), Is.EqualTo(BufferUpdate.OutOfStep));
        Assert.That(_store.OutOfStep, Is.EqualTo(new[] { File }));
    }

    [Test]
    public void Out_of_step_nothing_is_published_and_other_files_are()
    {
        _store.Open(File, 1, "a");
        _store.Save(File);
        _store.Open(Other, 1, "o");
        _store.Change(File, 1, Insert("b"));

        Assert.That(_store.Change(File, 2, Insert("c")), Is.EqualTo(BufferUpdate.OutOfStep));
        Assert.That(_store.Save(File), Is.EqualTo(BufferUpdate.OutOfStep));
        Assert.That(_store.PublishAll(), Is.EqualTo(BufferUpdate.Published));
        Assert.That(Published(), Is.EquivalentTo(new[] { (File, "a"), (Other, "o") }));
    }

    [Test]
    public void Out_of_step_the_disk_is_not_taken_for_the_screen()
    {
        _store.Open(File, 1, "a");
        _store.Change(File, 1, Insert("b"));

        Assert.That(_store.ChangeOnDisk(File, "a"), Is.EqualTo(BufferUpdate.OutOfStep));
        Assert.That(_store.Snapshot, Is.SameAs(Snapshot.Empty));
    }

    [Test]
    public void A_full_text_mends_the_file()
    {
        _store.Open(File, 5, "a");
        _store.Change(File, 5, Insert("b"));

        Assert.That(_store.Change(File, 6, [new(null, "whole"), At(0, "the ")]), Is.EqualTo(BufferUpdate.Taken));
        Assert.That(_store.OutOfStep, Is.Empty);
        _store.Save(File);
        Assert.That(Published(), Is.EqualTo(new[] { (File, "the whole") }));
    }

    [Test]
    public void A_second_open_mends_the_file()
    {
        _store.Open(File, 1, "a");
        _store.Change(File, 1, Insert("b"));
        _store.Open(File, 1, "whole");

        Assert.That(_store.OutOfStep, Is.Empty);
        Assert.That(_store.Change(File, 2, Insert("the ")), Is.EqualTo(BufferUpdate.Taken));
    }

    [Test]
    public void Closing_ends_being_out_of_step()
    {
        _store.Open(File, 1, "a");
        _store.Change(File, 1, Insert("b"));
        _store.Close(File, "a");

        Assert.That(_store.OutOfStep, Is.Empty);
        Assert.That(_store.IsOpen(File), Is.False);
    }

    [Test]
    public void Closing_a_file_that_was_only_looked_at_changes_nothing()
    {
        _store.Open(File, 1, "a");
        _store.Change(File, 2, Insert("unsaved"));

        Assert.That(_store.Close(File, "a"), Is.EqualTo(BufferUpdate.Taken));
        Assert.That(_store.Snapshot, Is.SameAs(Snapshot.Empty));
        Assert.That(_store.DiskFiles, Is.Empty);
    }

    [Test]
    public void Closing_takes_unsaved_text_back_to_what_the_disk_has()
    {
        _store.Open(File, 1, "typed");
        _store.PublishAll();

        Assert.That(_store.Close(File, "saved"), Is.EqualTo(BufferUpdate.Published));
        Assert.That(Published(), Is.EqualTo(new[] { (File, "saved") }));
    }

    [Test]
    public void Closing_a_file_that_is_gone_says_that_it_is_deleted()
    {
        _store.Open(File, 1, "typed");
        _store.PublishAll();
        _store.Close(File, null);

        Assert.That(_store.Snapshot.Texts[File], Is.Null);
    }

    [Test]
    public void The_disk_counts_for_a_file_that_is_not_open()
    {
        Assert.That(_store.ChangeOnDisk(File, "d"), Is.EqualTo(BufferUpdate.Published));
        Assert.That(_store.ChangeOnDisk(File, "d"), Is.EqualTo(BufferUpdate.Taken));
        Assert.That(_store.ChangeOnDisk(File, null), Is.EqualTo(BufferUpdate.Published));

        Assert.That(_store.Snapshot.Texts[File], Is.Null);
        Assert.That(_store.DiskFiles, Is.EqualTo(new[] { File }));
    }

    [Test]
    public void The_buffer_beats_the_disk_while_it_is_open_and_the_disk_counts_after()
    {
        _store.Open(File, 1, "dirty");
        _store.Save(File);

        Assert.That(_store.ChangeOnDisk(File, "external"), Is.EqualTo(BufferUpdate.Taken));
        Assert.That(Published(), Is.EqualTo(new[] { (File, "dirty") }));
        Assert.That(_store.Close(File, "external"), Is.EqualTo(BufferUpdate.Published));
        Assert.That(Published(), Is.EqualTo(new[] { (File, "external") }));
    }

    [Test]
    public void A_file_that_the_disk_changed_under_an_unpublished_buffer_counts_once_closed()
    {
        _store.Open(File, 1, "a");
        _store.ChangeOnDisk(File, "external");

        Assert.That(_store.Close(File, "external"), Is.EqualTo(BufferUpdate.Published));
    }

    [Test]
    public void An_editor_that_follows_the_disk_publishes_without_a_save()
    {
        _store.Open(File, 1, "a");
        _store.ChangeOnDisk(File, "external");

        Assert.That(_store.Change(File, 2, [new(null, "external")]), Is.EqualTo(BufferUpdate.Published));
        Assert.That(Published(), Is.EqualTo(new[] { (File, "external") }));
    }

    [Test]
    public void What_the_disk_had_before_a_save_is_not_followed()
    {
        _store.ChangeOnDisk(File, "a");
        _store.Open(File, 1, "a");
        _store.Change(File, 2, Insert("b"));
        _store.Save(File);

        Assert.That(_store.Change(File, 3, [new(null, "a")]), Is.EqualTo(BufferUpdate.Taken));
        Assert.That(Published(), Is.EqualTo(new[] { (File, "ba") }));
    }

    [Test]
    public void A_disk_that_follows_the_editor_publishes_without_a_save()
    {
        _store.Open(File, 1, "a");
        _store.Change(File, 2, Insert("b"));

        Assert.That(_store.ChangeOnDisk(File, "ba"), Is.EqualTo(BufferUpdate.Published));
    }

    [Test]
    public void Deleting_an_open_file_leaves_its_text()
    {
        _store.Open(File, 1, "a");
        _store.Save(File);

        Assert.That(_store.ChangeOnDisk(File, null), Is.EqualTo(BufferUpdate.Taken));
        Assert.That(Published(), Is.EqualTo(new[] { (File, "a") }));
    }

    [Test]
    public void Paths_differ_by_case_only_where_the_system_says_so()
    {
        _store.Open("/p/A.cs", 1, "a");

        Assert.That(_store.IsOpen("/p/a.cs"), Is.EqualTo(!OperatingSystem.IsLinux()));
    }

    [Test]
    public void A_view_has_the_screen_and_what_is_published_at_one_moment()
    {
        Assert.That(_store.View(File), Is.EqualTo(new BufferView(BufferPresence.Closed, null, Snapshot.Empty)));

        _store.Open(File, 1, "a");
        _store.Save(File);
        _store.Change(File, 2, Insert("b"));
        Assert.That(_store.View(File), Is.EqualTo(new BufferView(BufferPresence.InStep, "ba", _store.Snapshot)));

        _store.Change(File, 2, Insert("c"));
        Assert.That(_store.View(File).Presence, Is.EqualTo(BufferPresence.OutOfStep));
    }

    IEnumerable<(string, string?)> Published() => _store.Snapshot.Texts.Select(entry => (entry.Key, entry.Value));

    static TextEdit[] Insert(string text) => [At(0, text)];

    static TextEdit At(int line, string text) => new(new(new(line, 0), new(line, 0)), text);
}
