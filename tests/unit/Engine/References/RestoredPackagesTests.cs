using HotReload.Engine.References;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.References;

public sealed class RestoredPackagesTests
{
    const string One = """ "One/1.0.0": { "type": "package", "compile": { "lib/One.dll": {} }, "runtime": { "lib/One.dll": {} } } """;
    const string Two = """
        "Two/2.0.0": {
          "type": "package",
          "compile": { "ref/Two.dll": {} },
          "runtime": { "lib/net8.0/Two.dll": { "related": ".xml" }, "lib/net8.0/_._": {} },
          "resource": { "lib/net8.0/de/Two.resources.dll": { "locale": "de" } }
        }
        """;

    TemporaryFolder _folder;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_assemblies_of_further_packages_are_where_NuGet_unpacks_them()
    {
        string[] files = [_folder.Write("packages/two/2.0.0/lib/net8.0/Two.dll", ""), _folder.Write("packages/two/2.0.0/lib/net8.0/de/Two.resources.dll", "")];
        var before = Read(One, """ "Lib/1.0.0": { "type": "project" } """);

        var (assemblies, obstacle) = Read(One, Two).FindAdded(before);

        Assert.That((assemblies, obstacle), Is.EqualTo((files, (string?)null)));
    }

    [Test]
    public void Nothing_new_is_nothing() => Assert.That(Read(One, Two).FindAdded(Read(Two, One)).Assemblies, Is.Empty);

    [TestCase("native", """{ "lib/two.so": {} }""")]
    [TestCase("runtimeTargets", """{ "runtimes/win/lib/Two.dll": {} }""")]
    [TestCase("build", """{ "build/Two.targets": {} }""")]
    [TestCase("contentFiles", """{ "contentFiles/a.txt": {} }""")]
    [TestCase("frameworkReferences", """["Microsoft.AspNetCore.App"]""")]
    public void What_brings_more_than_assemblies_is_for_a_build(string part, string value)
    {
        var (_, obstacle) = Read(One, $$""" "Two/2.0.0": { "type": "package", "{{part}}": {{value}} } """).FindAdded(Read(One));

        Assert.That(obstacle, Is.EqualTo("Two/2.0.0 brings more than assemblies."));
    }

    [Test]
    public void A_place_without_files_is_nothing() => Assert.That(
        Read(One, """ "Two/2.0.0": { "type": "package", "build": { "build/_._": {} } } """).FindAdded(Read(One)).Obstacle, Is.Null);

    [Test]
    public void Another_version_is_for_a_build()
    {
        var (_, obstacle) = Read(One.Replace("1.0.0", "1.1.0", StringComparison.Ordinal)).FindAdded(Read(One));

        Assert.That(obstacle, Does.StartWith("One/1.0.0 is gone"));
    }

    [TestCase("{")]
    [TestCase("{}")]
    [TestCase("""{ "targets": { "net10.0": {}, "net10.0/linux-x64": {} }, "packageFolders": {} }""")]
    [TestCase("""{ "targets": [], "packageFolders": {} }""")]
    public void What_can_not_be_told_is_not_told(string assets)
    {
        _folder.Write("obj/project.assets.json", assets);

        Assert.That(RestoredPackages.Read(_folder.At("App.csproj")), Is.Null);
    }

    RestoredPackages Read(params string[] libraries)
    {
        var packages = System.Text.Json.JsonEncodedText.Encode(_folder.At("packages/"));
        _folder.Write("obj/project.assets.json", $$"""{ "targets": { "net10.0": { {{string.Join(',', libraries)}} } }, "packageFolders": { "{{packages}}": {} } }""");
        return RestoredPackages.Read(_folder.At("App.csproj"))!;
    }
}
