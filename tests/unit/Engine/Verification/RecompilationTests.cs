namespace HotReload.UnitTests.Engine.Verification;

public sealed class RecompilationTests
{
    [Test]
    public void A_body_gets_an_empty_statement_and_an_expression_parentheses() =>
        Assert.That(
            MarkedText.After("class A { int F() => 1; void G() { } }", false, "F", "G"),
            Is.EqualTo("class A { int F() => (1); void G() {; } }"));

    [Test]
    public void A_member_that_is_stale_again_is_written_otherwise_again() =>
        Assert.That(MarkedText.After("class A { int F() => 1; }", true, "F", "F"), Is.EqualTo("class A { int F() => ((1)); }"));

    [Test]
    public void Two_findings_that_know_nothing_of_each_other_are_one_mark() =>
        Assert.That(MarkedText.After("class A { int F() => 1; }", false, "F", "F", "F"), Is.EqualTo("class A { int F() => (1); }"));

    [Test]
    public void Members_that_are_written_alike_in_two_namespaces_are_both_marked() =>
        Assert.That(
            MarkedText.After("namespace X { class A { int F() => 1; } } namespace Y { class A { int F() => 1; } }", false, "F"),
            Is.EqualTo("namespace X { class A { int F() => (1); } } namespace Y { class A { int F() => (1); } }"));

    [Test]
    public void A_reference_can_not_be_written_otherwise() =>
        Assert.That(MarkedText.After("class A { int _i; ref int F() => ref _i; }", false, "F"), Is.Null);
}
