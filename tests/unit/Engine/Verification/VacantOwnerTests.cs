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

    static int Code(TableIndex table, int row) => CodedIndex.HasCustomAttribute(MetadataTokens.EntityHandle(table, row));
}
