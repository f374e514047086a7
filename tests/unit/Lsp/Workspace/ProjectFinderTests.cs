using HotReload.Lsp.Workspace;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Workspace;

public sealed class ProjectFinderTests
{
    const string Program = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>""";

    TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Delete() => _folder.Dispose();

    [TestCase(Program, true)]
    [TestCase("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>WinExe</OutputType></PropertyGroup></Project>""", true)]
    [TestCase("""<Project Sdk="Microsoft.NET.Sdk.Web" />""", true)]
    [TestCase("""<Project Sdk="Microsoft.NET.Sdk.Worker" />""", true)]
    [TestCase("""<Project Sdk="Microsoft.NET.Sdk" />""", false)]
    [TestCase("""<Project Sdk="Microsoft.NET.Sdk.WebAssembly" />""", false)]
    [TestCase("""<Project Sdk="Microsoft.NET.Sdk.BlazorWebAssembly"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>""", false)]
    [TestCase("""<Project Sdk="Microsoft.NET.Sdk.BlazorWebAssembly"><ItemGroup><PackageReference Include="Microsoft.AspNetCore.Components.WebAssembly.DevServer" /></ItemGroup></Project>""", true)]
    [TestCase("""<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><OutputType>Library</OutputType></PropertyGroup></Project>""", false)]
    [TestCase("""<Project Sdk="Microsoft.NET.Sdk.Razor" />""", false)]
    [TestCase("""<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>""", true)]
    [TestCase("<Project Sdk=", false)]
    [TestCase("", false)]
    public void A_program_is_known_by_its_project_file(string project, bool runs)
    {
        _folder.Write("App.csproj", project);

        Assert.That(Find().Length, Is.EqualTo(runs ? 1 : 0));
    }

    [Test]
    public void Projects_come_in_the_order_of_their_paths_and_once()
    {
        _folder.Write("b/B.csproj", Program);
        _folder.Write("a/A.csproj", Program);

        var found = ProjectFinder.Find([_folder.Path, _folder.At("b")]);

        Assert.That(found.Select(project => (project.Name, project.Path)),
            Is.EqualTo(new[] { ("A", _folder.At("a/A.csproj")), ("B", _folder.At("b/B.csproj")) }));
    }

    [Test]
    public void Copies_in_output_folders_are_none()
    {
        _folder.Write("bin/Debug/App.csproj", Program);
        _folder.Write("obj/App.csproj", Program);

        Assert.That(Find(), Is.Empty);
    }

    [Test]
    public void A_workspace_below_a_folder_named_like_an_output_is_searched()
    {
        var project = _folder.Write("bin/app/App.csproj", Program);

        Assert.That(ProjectFinder.Find([_folder.At("bin/app")]).Single().Path, Is.EqualTo(project));
    }

    [Test]
    public void A_folder_that_is_gone_has_none() => Assert.That(ProjectFinder.Find([_folder.At("gone")]), Is.Empty);

    [Test]
    public void Folders_very_deep_are_not_searched()
    {
        _folder.Write("1/2/3/4/5/6/7/8/Near.csproj", Program);
        _folder.Write("1/2/3/4/5/6/7/8/9/Far.csproj", Program);

        Assert.That(Find().Select(project => project.Name), Is.EqualTo(new[] { "Near" }));
    }

    [Test]
    public void A_file_that_says_how_it_is_built_is_a_program_where_no_project_owns_it()
    {
        var tool = _folder.Write("tools/tool.cs", "#:property LangVersion=preview\n");
        _folder.Write("tools/part.cs", "class Part;");
        _folder.Write("Library/Library.csproj", "<Project />");
        _folder.Write("Library/deep/odd.cs", "#:property LangVersion=preview\n");

        Assert.That(Find().Select(project => project.Path), Is.EqualTo(new[] { tool }));
    }

    [Test]
    public void Launch_profiles_are_named_in_their_order()
    {
        _folder.Write("App.csproj", Program);
        _folder.Write("Properties/launchSettings.json", """{ "profiles": { "z": { "commandName": "Project" }, "iis": { "commandName": "IISExpress" }, "a": { "commandName": "Project" } } }""");

        Assert.That(Find().Single().LaunchProfiles, Is.EqualTo(new[] { "z", "a" }));
    }

    System.Collections.Immutable.ImmutableArray<HotReload.Lsp.Protocol.ProjectInfo> Find() => ProjectFinder.Find([_folder.Path]);
}
