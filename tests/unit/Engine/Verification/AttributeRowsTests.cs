namespace HotReload.UnitTests.Engine.Verification;

/// <summary>On deltas as the compiler makes them.</summary>
public sealed class AttributeRowsTests
{
    const string Both = "class A { [Obsolete(\"f\")] public void F() { } [Obsolete(\"g\")] public void G() { } [Obsolete(\"h\")] public void H() { } }";

    [Test]
    public void A_row_whose_attribute_goes_gets_another_owner_in_its_order()
    {
        using var delta = new AttributeDelta(Both, Both.Replace("[Obsolete(\"g\")]", "", StringComparison.Ordinal));

        Assert.That((delta.AreEmptied, delta.AreEmptiedStill, delta.AreLeft), Is.EqualTo((true, false, false)));
        Assert.That(delta.Owners, Is.Ordered);
        Assert.That(delta.Owners, Does.Contain(AttributeDelta.Method(1)).And.Contain(AttributeDelta.Method(3)).And.Not.Contain(AttributeDelta.Method(2)));
    }

    [Test]
    public void A_row_whose_owner_keeps_another_comes_after_that()
    {
        using var delta = new AttributeDelta(
            "class A { [Obsolete(\"f\"), CLSCompliant(false)] public void F() { } [Obsolete(\"g\")] public void G() { } }",
            "class A { [CLSCompliant(false)] public void F() { } [Obsolete(\"g\")] public void G() { } }");

        Assert.That((delta.AreEmptied, delta.AreEmptiedStill, delta.AreLeft), Is.EqualTo((true, false, false)));
        Assert.That(delta.Owners, Is.Ordered);
        Assert.That(delta.Owners.Count(owner => owner == AttributeDelta.Method(1)), Is.EqualTo(1));
    }

    [Test]
    public void A_delta_without_such_rows_is_not_touched()
    {
        using var delta = new AttributeDelta(Both, Both.Replace("\"g\"", "\"other\"", StringComparison.Ordinal));

        Assert.That((delta.AreEmptied, delta.AreLeft), Is.EqualTo((false, false)));
        Assert.That(delta.Owners.Count(owner => owner == AttributeDelta.Method(2)), Is.EqualTo(1));
    }
}
