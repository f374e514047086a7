using HotReload.Engine.Verification;

namespace HotReload.UnitTests.Engine.Verification;

public sealed class GeneratedNamesTests
{
    [TestCase("Add", null)]
    [TestCase("<Add>b__3_0", "Add")]
    [TestCase("<Add>g__Local|3_0", "Add")]
    [TestCase("<<Add>g__Local|3_0>d", "Add")]
    [TestCase("<Add>d__3", "Add")]
    [TestCase("<.ctor>b__0", ".ctor")]
    [TestCase("<Main>$", null)]
    [TestCase("<<Main>$>b__0_0", "<Main>$")]
    [TestCase("<I<int>.F>b__0", "I<int>.F")]
    [TestCase("<>c__DisplayClass3_0", null)]
    public void The_owner_is_between_the_brackets(string name, string? owner) => Assert.That(GeneratedNames.OwnerOf(name), Is.EqualTo(owner));

    [TestCase("<Add>b__3_0", "<Add>b__12_1")]
    [TestCase("<>c__DisplayClass3_0", "<>c__DisplayClass14_2")]
    [TestCase("<>9__3_0", "<>9__12_4")]
    [TestCase("<>f__AnonymousType1`2", "<>f__AnonymousType0`2")]
    [TestCase("<Add>g__Local|3_0", "<Add>g__Local|4_0")]
    [TestCase("<Add>d__3", "<Add>d__4")]
    [TestCase("<>o__3", "<>o__4")]
    [TestCase("<0>__F", "<1>__F")]
    public void Numbers_do_not_count(string one, string another) =>
        Assert.That(GeneratedNames.WithoutOrdinals(one), Is.EqualTo(GeneratedNames.WithoutOrdinals(another)));

    [TestCase("Item2")]
    [TestCase("a__3")]
    public void Those_of_written_names_do(string name) => Assert.That(GeneratedNames.WithoutOrdinals(name), Is.EqualTo(name));
}
