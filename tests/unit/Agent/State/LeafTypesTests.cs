extern alias agent;

using System.Globalization;
using System.Text;
using agent::HotReload.Agent.State.Types;

namespace HotReload.UnitTests.Agent.State;

public sealed class LeafTypesTests
{
    [TestCase(typeof(TimeSpan), "-10675199.02:48805.4775808", Description = "found by damaging a byte")]
    [TestCase(typeof(decimal), "1e99")]
    [TestCase(typeof(DateTime), "2026-13-01T00:00:00.0000000")]
    [TestCase(typeof(UInt128), "-1")]
    [TestCase(typeof(Version), "1")]
    [TestCase(typeof(Rune), "")]
    [TestCase(typeof(CultureInfo), "no culture\0")]
    [TestCase(typeof(object), "1")]
    public void A_text_that_is_no_value_is_told_in_one_way(Type type, string text) =>
        Assert.That(() => LeafTypes.Parse(type, text), Throws.TypeOf<FormatException>());

    [TestCase(typeof(TimeSpan), "-1.02:03:04.5000000")]
    [TestCase(typeof(decimal), "12.50")]
    [TestCase(typeof(Version), "1.2.3.4")]
    public void A_value_has_the_text_that_it_came_from(Type type, string text) =>
        Assert.That(LeafTypes.Format(LeafTypes.Parse(type, text)), Is.EqualTo(text));
}
