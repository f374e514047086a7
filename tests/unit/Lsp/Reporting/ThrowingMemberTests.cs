using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Lsp.Reporting;

namespace HotReload.UnitTests.Lsp.Reporting;

public sealed class ThrowingMemberTests
{
    static readonly ImmutableArray<ChangedMember> s_members =
    [
        .. new[] { "Shop.Open()", "Cart<T>.Line.Add<U>(U)", "Cart<T>.Cart(int)", "Shop.Total" }
            .Select(name => new ChangedMember("method", name, MemberChange.Updated, "/p/A.cs", default)),
    ];

    [TestCase("Cart.Line", "Add", "Cart<T>.Line.Add<U>(U)")]
    [TestCase("Cart", ".ctor", "Cart<T>.Cart(int)")]
    [TestCase("Shop", "Total", "Shop.Total")]
    [TestCase("Shop", "Other", "Shop.Open()")]
    [TestCase("Else", "Other", "Shop.Open()")]
    public void The_member_that_the_runtime_means_is_found(string type, string member, string expected) =>
        Assert.That(ThrowingMember.Find(s_members, new(1, type, member, "System.Exception", "no"))!.Name, Is.EqualTo(expected));
}
