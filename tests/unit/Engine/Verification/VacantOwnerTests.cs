using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using HotReload.Engine.Verification;

namespace HotReload.UnitTests.Engine.Verification;

public sealed class VacantOwnerTests
{
    /// <summary>The tables whose rows the language gives attributes that reflection shows.</summary>
    static readonly TableIndex[] s_owners =
    [
        TableIndex.MethodDef, TableIndex.Field, TableIndex.TypeDef, TableIndex.Param, TableIndex.Module, TableIndex.Property,
        TableIndex.Event, TableIndex.Assembly, TableIndex.GenericParam,
    ];

    [TestCaseSource(nameof(s_owners))]
    public void Nothing_that_is_asked_for_attributes_lies_between_an_owner_and_the_vacant_one(TableIndex table)
    {
        var owner = Code(table, 7);
        var vacant = VacantOwner.Beside(owner);
        var asked = from other in s_owners from row in Enumerable.Range(1, 20) select Code(other, row);

        Assert.That(asked.Where(other => other != owner && other >= Math.Min(owner, vacant) && other <= Math.Max(owner, vacant)), Is.Empty);
    }

    [Test]
    public void The_first_method_has_one_too() => Assert.That(VacantOwner.Beside(Code(TableIndex.MethodDef, 1)), Is.InRange(0, Code(TableIndex.MethodDef, 1) - 1));

    [Test]
    public void One_that_follows_its_owner_comes_before_the_next()
    {
        var owner = Code(TableIndex.MethodDef, 7);

        Assert.That(VacantOwner.Between(owner, Code(TableIndex.MethodDef, 8)), Is.GreaterThan(owner).And.LessThan(Code(TableIndex.MethodDef, 8)));
        Assert.That(VacantOwner.Between(owner, Code(TableIndex.TypeDef, 7)), Is.GreaterThan(owner).And.LessThan(Code(TableIndex.TypeDef, 7)));
        Assert.That(VacantOwner.Between(owner, null), Is.GreaterThan(owner));
    }

    [Test]
    public void Between_a_method_and_the_field_of_the_same_row_there_is_no_room() =>
        Assert.That(VacantOwner.Between(Code(TableIndex.MethodDef, 7), Code(TableIndex.Field, 7)), Is.Null);

    [Test]
    public void A_row_that_came_in_a_delta_keeps_no_order() =>
        Assert.That(VacantOwner.Between(Code(TableIndex.MethodDef, 7), Code(TableIndex.MethodDef, 3)), Is.GreaterThan(Code(TableIndex.MethodDef, 7)));

    static int Code(TableIndex table, int row) => CodedIndex.HasCustomAttribute(MetadataTokens.EntityHandle(table, row));
}
