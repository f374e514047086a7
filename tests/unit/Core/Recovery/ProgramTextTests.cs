using HotReload.Core.Buffers;
using HotReload.Core.Recovery;

namespace HotReload.UnitTests.Core.Recovery;

public sealed class ProgramTextTests
{
    const string A = "/p/A.cs";
    const string B = "/p/B.cs";

    BufferStore _buffers = null!;
    ProgramText _text = null!;

    [SetUp]
    public void Create()
    {
        _buffers = new();
        _text = new(_buffers);
    }

    [Test]
    public void Without_a_rollback_it_is_what_is_published()
    {
        _buffers.ChangeOnDisk(A, "1");

        Assert.That(_text.Snapshot, Is.SameAs(_buffers.Snapshot));
        Assert.That(_text.HoldLast(), Is.Null);
    }

    [Test]
    public void A_held_file_has_the_text_before()
    {
        Take(A, "1", "2");

        Assert.That(_text.HoldLast(), Is.Not.Null);

        Assert.That((_text.Snapshot.Texts[A], _text.FindHeld(A)), Is.EqualTo(("1", "2")));
        Assert.That(_text.Snapshot.Id, Is.EqualTo(_buffers.Snapshot.Id));
    }

    [Test]
    public void A_file_that_came_with_the_change_is_gone_again()
    {
        Take(A, null, "2");
        _text.HoldLast();

        Assert.That(_text.Snapshot.Texts[A], Is.Null);
    }

    [Test]
    public void Another_file_lets_go_of_nothing()
    {
        Take(A, "1", "2");
        _text.HoldLast();
        _buffers.ChangeOnDisk(B, "other");

        Assert.That((_text.Snapshot.Texts[A], _text.Snapshot.Texts[B]), Is.EqualTo(("1", "other")));
    }

    [Test]
    public void An_edit_of_one_of_its_files_brings_the_whole_change_back()
    {
        _buffers.ChangeOnDisk(A, "2");
        _buffers.ChangeOnDisk(B, "2");
        _text.Took([new(A, "1", "2"), new(B, "1", "2")]);
        _text.HoldLast();
        _buffers.ChangeOnDisk(A, "3");

        Assert.That((_text.Snapshot.Texts[A], _text.Snapshot.Texts[B], _text.FindHeld(B)), Is.EqualTo(("3", "2", (string?)null)));
    }

    [Test]
    public void Changes_are_held_one_by_one_and_what_takes_them_back_is_none()
    {
        Take(A, "1", "2");
        Take(A, "2", "3");
        _text.HoldLast();
        _text.Took([new(A, "3", "2")]);
        Assert.That(_text.Snapshot.Texts[A], Is.EqualTo("2"));

        _text.HoldLast();
        _text.Took([new(A, "2", "1")]);

        Assert.That((_text.Snapshot.Texts[A], _text.FindHeld(A), _text.HoldLast()), Is.EqualTo(("1", "3", (HeldChange?)null)));
    }

    [Test]
    public void What_could_not_be_taken_back_can_be_tried_again()
    {
        Take(A, "1", "2");
        _text.Undo(_text.HoldLast()!);

        Assert.That((_text.Snapshot.Texts[A], _text.FindHeld(A)), Is.EqualTo(("2", (string?)null)));
        Assert.That(_text.HoldLast(), Is.Not.Null);
    }

    [Test]
    public void Whoever_lets_go_gets_all_of_it()
    {
        Take(A, "1", "2");
        _text.HoldLast();
        _text.Release();

        Assert.That(_text.Snapshot.Texts[A], Is.EqualTo("2"));
    }

    [Test]
    public void The_oldest_changes_are_forgotten()
    {
        for (var i = 0; i < ProgramText.MostChanges + 5; i++)
        {
            Take(A, $"{i}", $"{i + 1}");
        }

        var count = 0;
        while (_text.HoldLast() is not null)
        {
            count++;
        }

        Assert.That((count, _text.Snapshot.Texts[A]), Is.EqualTo((ProgramText.MostChanges, "5")));
    }

    void Take(string path, string? before, string after)
    {
        _buffers.ChangeOnDisk(path, after);
        _text.Took([new(path, before, after)]);
    }
}
