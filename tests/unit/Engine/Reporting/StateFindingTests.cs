using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Reporting;

namespace HotReload.UnitTests.Engine.Reporting;

public sealed class StateFindingTests
{
    [TestCase(CompileVerdict.NoChange)]
    [TestCase(CompileVerdict.Held)]
    [TestCase(CompileVerdict.RestartRequired)]
    public void What_is_not_applied_touches_nothing(CompileVerdict verdict) => Assert.That(
        Find(verdict, [Member("field", "Cart.Total", MemberChange.Added)]), Is.SameAs(StateSummary.Untouched));

    [TestCase("method", "Cart.Add(Item)", "Cart")]
    [TestCase("method", "Cart.Add(System.Int32, Dictionary<A.B, C>)", "Cart")]
    [TestCase("method", "Cart<T>.Line.Add<U>(U)", "Cart<T>.Line")]
    [TestCase("property", "Cart.Total", "Cart")]
    [TestCase("indexer", "Cart.this[System.Int32]", "Cart")]
    [TestCase("operator", "Cart.operator +(Shop.Cart, Shop.Cart)", "Cart")]
    [TestCase("operator", "Cart.operator System.Int32(Cart)", "Cart")]
    [TestCase("constructor", "Cart.Cart(System.Int32)", "Cart")]
    [TestCase("class", "Cart.Line", "Cart.Line")]
    [TestCase("class", "Cart", "Cart")]
    [TestCase("view", "Index.cshtml", "Index.cshtml")]
    [TestCase("statements", "top-level statements", "top-level statements")]
    public void Values_of_a_type_whose_code_changed_live_on(string kind, string name, string type)
    {
        var state = Find(CompileVerdict.Ready, [Member(kind, name, MemberChange.Updated)]);

        Assert.That(state.Fate, Is.EqualTo(StateFate.Kept));
        Assert.That(state.Types, Is.EqualTo(new[] { new TypeState(type, StateFate.Kept, null) }));
    }

    [TestCase("field")]
    [TestCase("property")]
    public void A_new_field_has_its_default_value_in_old_objects(string kind)
    {
        var state = Find(CompileVerdict.Ready, [Member(kind, "Cart.Total", MemberChange.Added), Member("method", "Shop.Open()", MemberChange.Updated)]);

        Assert.That(state.Fate, Is.EqualTo(StateFate.Defaulted));
        Assert.That(state.Types, Is.EqualTo(new[]
        {
            new TypeState("Cart", StateFate.Defaulted, "Total: objects made before the reload hold the default value"),
            new TypeState("Shop", StateFate.Kept, null),
        }));
    }

    [Test]
    public void Several_new_fields_are_named_together()
    {
        var state = Find(CompileVerdict.Ready, [Member("field", "Cart.A", MemberChange.Added), Member("field", "Cart.B", MemberChange.Added)]);

        Assert.That(state.Types.Single().Reason, Does.StartWith("A, B: "));
    }

    [TestCase("field", MemberChange.Updated)]
    [TestCase("field", MemberChange.Removed)]
    [TestCase("method", MemberChange.Added)]
    [TestCase("class", MemberChange.Added)]
    public void Anything_else_keeps_what_is(string kind, MemberChange change) => Assert.That(
        Find(CompileVerdict.Ready, [Member(kind, "Cart.Total", change)]).Fate, Is.EqualTo(StateFate.Kept));

    [Test]
    public void A_delta_without_named_members_touches_no_type() =>
        Assert.That(Find(CompileVerdict.Ready, []).Types, Is.Empty);

    /// <summary>Every new field and property here is taken for one that holds a value.</summary>
    static StateSummary Find(CompileVerdict verdict, ImmutableArray<ChangedMember> members) => StateFinding.Find(
        verdict, members, [.. members.Where(member => member is { Change: MemberChange.Added, Kind: "field" or "property" })]);

    static ChangedMember Member(string kind, string name, MemberChange change) => new(kind, name, change, "/p/Cart.cs", default);
}
