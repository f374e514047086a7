using HotReload.Engine.Loading;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Loading;

public sealed class NamedFilesTests
{
    TemporaryFolder _folder = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        foreach (var file in new[] { "app/a.txt", "app/sql/one.sql", "app/sql/deep/two.sql", "app/obj/three.sql", "app/Strings.resx", "shared/data.json" })
        {
            _folder.Write(file, "x");
        }
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void An_embedded_file_is_found_by_name_and_by_pattern_but_not_what_tools_write_and_no_resx()
    {
        var files = Find("""<EmbeddedResource Include="a.txt;sql\**\*.sql;Strings.resx" Exclude="sql\one.sql" />""");

        Assert.That(files.Built, Is.EquivalentTo(new[] { _folder.At("app/a.txt"), _folder.At("app/sql/deep/two.sql") }));
        Assert.That(files.Copied, Is.Empty);
    }

    [TestCase("""<Protobuf Include="a.txt" GrpcServices="Server" />""")]
    [TestCase("""<Watch Include="a.*" />""")]
    public void What_another_kind_of_item_names_is_what_a_build_makes_something_of(string item) =>
        Assert.That(Find(item).Built, Is.EqualTo(new[] { _folder.At("app/a.txt") }));

    [TestCase("""<None Update="a.txt" CopyToOutputDirectory="Always" />""", "app/a.txt", "a.txt")]
    [TestCase("""<Content Include="sql/one.sql"><CopyToOutputDirectory>PreserveNewest</CopyToOutputDirectory></Content>""", "app/sql/one.sql", "sql/one.sql")]
    [TestCase("""<None Include="..\shared\data.json" CopyToOutputDirectory="PreserveNewest" />""", "shared/data.json", "data.json")]
    [TestCase("""<None Include="../shared/data.json" Link="in/here.json" CopyToOutputDirectory="PreserveNewest" />""", "shared/data.json", "in/here.json")]
    public void A_copied_file_lies_where_a_build_puts_it(string item, string source, string target) =>
        Assert.That(Find(item).Copied, Is.EqualTo(new[] { new CopiedFile(_folder.At(source), target.Replace('/', Path.DirectorySeparatorChar)) }));

    [TestCase("""<None Update="a.txt" CopyToOutputDirectory="Never" />""")]
    [TestCase("""<None Update="a.txt" />""")]
    [TestCase("""<EmbeddedResource Include="$(Somewhere)/a.txt" />""")]
    [TestCase("""<EmbeddedResource Include="missing.txt" />""")]
    [TestCase("""<PackageReference Include="a.txt" />""")]
    [TestCase("""<AdditionalFiles Include="a.txt" />""")]
    [TestCase("""</ItemGroup><Target Name="After"><ItemGroup><Written Include="a.txt" /></ItemGroup></Target><ItemGroup>""")]
    public void Nothing_else_is_named(string item)
    {
        var files = Find(item);

        Assert.That(files.Built, Is.Empty);
        Assert.That(files.Copied, Is.Empty);
    }

    [Test]
    public void A_broken_project_names_nothing()
    {
        var project = _folder.Write("app/App.csproj", "<Project><ItemGroup>");

        Assert.That(NamedFiles.Read(project).Built, Is.Empty);
    }

    NamedFiles Find(string item) => NamedFiles.Read(_folder.Write("app/App.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>"));
}
