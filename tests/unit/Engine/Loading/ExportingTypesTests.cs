using System.Reflection;
using HotReload.Engine.Loading;

namespace HotReload.UnitTests.Engine.Loading;

[TestFixture]
public sealed class ExportingTypesTests
{
    static readonly BindingFlags s_all =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [TestCase("Microsoft.CodeAnalysis.Workspaces")]
    [TestCase("Microsoft.CodeAnalysis.CSharp.Features")]
    [TestCase("Microsoft.CodeAnalysis.CSharp.Workspaces")]
    public void All_types_that_export_are_found(string name)
    {
        var assembly = Assembly.Load(name);
        var exporting = assembly.GetTypes().Where(type => Exports(type) || type.GetMembers(s_all).Any(member => member is not Type && Exports(member))).ToList();

        Assert.That(exporting, Is.Not.Empty);
        Assert.That(exporting.Except(ExportingTypes.In(assembly)), Is.Empty);
    }

    /// <summary>By its attributes' data: the attributes themselves come from Roslyn's own copy of the library.</summary>
    static bool Exports(MemberInfo member) => member.GetCustomAttributesData().Any(attribute => IsExport(attribute.AttributeType));

    static bool IsExport(Type? attribute) => attribute is not null && (attribute.Name == "ExportAttribute" || IsExport(attribute.BaseType));
}
