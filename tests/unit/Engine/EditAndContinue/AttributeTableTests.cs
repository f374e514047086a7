using HotReload.Engine.EditAndContinue;

namespace HotReload.UnitTests.Engine.EditAndContinue;

public sealed class AttributeTableTests
{
    const string Before = "class A { [Obsolete(\"f\")] public void F() { } [Obsolete(\"g\")] public void G() { } }";

    [Test]
    public void Rows_in_their_order_stay_as_they_are()
    {
        var delta = new CompiledDelta(Before, Before.Replace("\"g\"", "\"other\"", StringComparison.Ordinal));

        Assert.That(AttributeTable.Sort(delta.Metadata), Is.EqualTo(delta.Metadata));
    }

    [Test]
    public void Rows_come_in_the_order_of_the_map_each_with_what_it_says()
    {
        var delta = new AttributeMap(new CompiledDelta(Before, Before.Replace("\")]", "!\")]", StringComparison.Ordinal)).Metadata);
        var reversed = delta.Reversed();

        Assert.That(reversed.Rows, Is.Not.EqualTo(delta.Rows));
        Assert.That(new AttributeMap(AttributeTable.Sort(reversed.Metadata)).Rows, Is.EqualTo(delta.Rows));
    }
}
