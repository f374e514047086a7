using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Core.State;
using HotReload.Engine.Reporting;
using HotReload.Engine.State;

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

    [Test]
    public void New_fields_whose_value_can_be_made_are_migrated()
    {
        var state = Find(
            CompileVerdict.Ready, [Member("field", "Cart.Total", MemberChange.Added), Member("method", "Shop.Open()", MemberChange.Updated)],
            Planned(["Total"], [], []));

        Assert.That(state.Fate, Is.EqualTo(StateFate.Migrated));
        Assert.That(state.Types, Is.EqualTo(new[]
        {
            new TypeState("Cart", StateFate.Migrated, "new fields got their initializer's value in objects made before the reload"),
            new TypeState("Shop", StateFate.Kept, null),
        }));
    }

    [Test]
    public void One_that_cannot_be_made_is_defaulted_with_a_hint()
    {
        var state = Find(CompileVerdict.Ready, [Member("field", "Cart.A", MemberChange.Added)], Planned(["C"], [], ["A", "B"]));

        Assert.That(state.Types.Single(), Is.EqualTo(new TypeState(
            "Cart", StateFate.Defaulted, "A, B: objects made before the reload hold the default value; a [MigrateState] method can set it")));
    }

    [Test]
    public void The_users_own_method_makes_it_a_migration()
    {
        var state = Find(CompileVerdict.Ready, [Member("field", "Cart.A", MemberChange.Added)], Planned([], ["Upgrade"], ["A"]));

        Assert.That(state.Types.Single(), Is.EqualTo(new TypeState("Cart", StateFate.Migrated, "brought to the new shape by Upgrade")));
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

    static StateSummary Find(CompileVerdict verdict, ImmutableArray<ChangedMember> members, params ImmutableArray<PlannedType> types) =>
        StateFinding.Find(verdict, members, new(types));

    static PlannedType Planned(string[] made, string[] migrations, ImmutableArray<string> unmade) => new(
        "Shop", new("Shop.Cart", "Cart", [.. made.Select(name => new NewField(name, InitialValues.Nothing))], [.. migrations]), unmade);

    static ChangedMember Member(string kind, string name, MemberChange change) => new(kind, name, change, "/p/Cart.cs", default);
}
