using HotReload.Lsp.Workspace;

namespace HotReload.UnitTests.Lsp.Workspace;

public sealed class ProjectFileComparisonTests
{
    const string Before = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><Nullable>enable</Nullable></PropertyGroup>
          <ItemGroup Condition="'$(A)' == 'b'">
            <PackageReference Include="One" Version="1.0.0" />
          </ItemGroup>
        </Project>
        """;

    [TestCase("""<PackageReference Include="One" Version="1.0.0" />""", """<PackageReference Include="One" Version="1.0.0" /><!-- why -->""")]
    [TestCase("  <ItemGroup", "\n\n\t<ItemGroup")]
    [TestCase("</Project>", "<ItemGroup /></Project>")]
    public void What_MSBuild_does_not_read_is_nothing(string old, string text) => Expect(ProjectFileDifference.Nothing, old, text);

    [TestCase("</ItemGroup>", """<PackageReference Include="Two" Version="2.0.0" /></ItemGroup>""")]
    [TestCase("<PackageReference", """<ProjectReference Include="../Two/Two.csproj" /><PackageReference""")]
    [TestCase("</Project>", """<ItemGroup><PackageReference Include="Two"><Version>2.0.0</Version></PackageReference></ItemGroup></Project>""")]
    [TestCase("</Project>", """<ItemGroup><PackageVersion Include="Two" Version="2.0.0" /></ItemGroup><!-- two --></Project>""")]
    [TestCase("</ItemGroup>", """<PackageReference Include="One" Version="1.0.0" /></ItemGroup>""")]
    public void References_may_be_added(string old, string text) => Expect(ProjectFileDifference.AddedReferences, old, text);

    [TestCase("1.0.0", "2.0.0")]
    [TestCase("enable", "disable")]
    [TestCase("""<PackageReference Include="One" Version="1.0.0" />""", "")]
    [TestCase("</ItemGroup>", """<Reference Include="Two" /></ItemGroup>""")]
    [TestCase("</ItemGroup>", """<FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup>""")]
    [TestCase("'b'", "'c'")]
    [TestCase("</Project>", """<ItemGroup><PackageReference Include="Two" Version="2.0.0" /><Content Include="a.txt" /></ItemGroup></Project>""")]
    [TestCase("</Project>", "</Projec")]
    public void All_else_may_be_anything(string old, string text) => Expect(ProjectFileDifference.Anything, old, text);

    [Test]
    public void A_file_that_comes_or_goes_may_be_anything() => Assert.That(
        (ProjectFileComparison.Compare(null, Before), ProjectFileComparison.Compare(Before, null)),
        Is.EqualTo((ProjectFileDifference.Anything, ProjectFileDifference.Anything)));

    static void Expect(ProjectFileDifference difference, string old, string text)
    {
        var after = Before.Replace(old, text, StringComparison.Ordinal);

        Assert.That(after, Is.Not.EqualTo(Before));
        Assert.That(ProjectFileComparison.Compare(Before, after), Is.EqualTo(difference));
    }
}
