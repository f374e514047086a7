using HotReload.Core.Documents;
using HotReload.Core.Reload;

namespace HotReload.UnitTests.Core.Documents;

public sealed class DocumentFactsTests
{
    const string Old = "class A;";
    const string New = "class B;";
    const string Newer = "class C;";

    [Test]
    public void The_program_runs_what_is_on_the_screen() =>
        Assert.That(State(live: Old, published: Old), Is.EqualTo(DocumentState.Running));

    [TestCase(ReloadOutcome.Held)]
    [TestCase(ReloadOutcome.RestartRequired)]
    [TestCase(null)]
    public void An_edit_that_was_undone_by_hand_runs_whatever_was_published(ReloadOutcome? outcome) =>
        Assert.That(State(live: Old, published: New, attempted: New, outcome), Is.EqualTo(DocumentState.Running));

    [TestCase(ReloadOutcome.Applied)]
    [TestCase(ReloadOutcome.Held)]
    [TestCase(null)]
    public void Text_that_is_not_published_is_part_of_no_reload(ReloadOutcome? outcome) => Assert.That(
        State(live: Newer, published: New, attempted: New, outcome, ReloadActivity.Busy), Is.EqualTo(DocumentState.Unpublished));

    [TestCase(null, DocumentState.Reloading)]
    [TestCase(ReloadOutcome.Held, DocumentState.Held)]
    [TestCase(ReloadOutcome.RestartRequired, DocumentState.RestartRequired)]
    [TestCase(ReloadOutcome.Failed, DocumentState.RestartRequired)]
    public void Published_text_is_where_the_reload_that_had_it_has_left_it(ReloadOutcome? outcome, DocumentState state) =>
        Assert.That(State(live: New, published: New, attempted: New, outcome), Is.EqualTo(state));

    [TestCase(ReloadActivity.Busy, DocumentState.Reloading)]
    [TestCase(ReloadActivity.Idle, DocumentState.Unpublished)]
    public void Published_text_that_no_reload_had_waits_for_the_next(ReloadActivity activity, DocumentState state) =>
        Assert.That(State(live: New, published: New, attempted: Old, ReloadOutcome.Held, activity), Is.EqualTo(state));

    [Test]
    public void A_new_file_is_on_its_way_until_the_program_has_it()
    {
        var facts = new DocumentFacts(New, New, New, null, ReloadOutcome.RestartRequired, ReloadActivity.Idle);

        Assert.That(facts.State, Is.EqualTo(DocumentState.RestartRequired));
    }

    [Test]
    public void A_file_that_is_gone_runs_until_the_program_has_lost_it()
    {
        var facts = new DocumentFacts(null, null, null, Old, ReloadOutcome.Held, ReloadActivity.Idle);

        Assert.That(facts.State, Is.EqualTo(DocumentState.Held));
        Assert.That((facts with { Running = null }).State, Is.EqualTo(DocumentState.Running));
    }

    [Test]
    public void A_byte_order_mark_says_nothing()
    {
        Assert.That(State(live: "\uFEFF" + Old, published: Old), Is.EqualTo(DocumentState.Running));
        Assert.That(State(live: "\uFEFF" + New, published: New, attempted: New, null), Is.EqualTo(DocumentState.Reloading));
    }

    [TestCase("class A; ")]
    [TestCase("class a;")]
    [TestCase("")]
    public void Everything_else_does(string live) =>
        Assert.That(State(live, published: Old), Is.EqualTo(DocumentState.Unpublished));

    static DocumentState State(
        string live, string published, string attempted = Old, ReloadOutcome? outcome = ReloadOutcome.Applied,
        ReloadActivity activity = ReloadActivity.Idle) =>
        new DocumentFacts(live, published, attempted, Old, outcome, activity).State;
}
