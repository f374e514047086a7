using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Runtime.Builds;

namespace HotReload.UnitTests.Runtime.Builds;

public sealed class BuildOutputLineTests
{
    static string Rooted(string path) => Path.GetFullPath(path);

    [Test]
    public void An_error_of_the_compiler_has_its_place_and_project() => Assert.That(
        BuildOutputLine.Parse("/src/Shop/Cart.cs(12,34): error CS1002: ; expected [/src/Shop/Shop.csproj]"),
        Is.EqualTo(new ReloadDiagnostic(
            "CS1002", DiagnosticSeverity.Error, "; expected", Rooted("/src/Shop/Cart.cs"), Place(11, 33), "Shop")));

    [Test]
    public void A_warning_is_one() => Assert.That(
        BuildOutputLine.Parse("/src/Cart.cs(1,1): warning CS0168: The variable 'x' is declared but never used [/src/Shop.csproj]")!.Severity,
        Is.EqualTo(DiagnosticSeverity.Warning));

    [TestCase("/a/B.cs(3): error CS1: m", 2, 0, 2, 0)]
    [TestCase("/a/B.cs(3,5): error CS1: m", 2, 4, 2, 4)]
    [TestCase("/a/B.cs(3,5,4,6): error CS1: m", 2, 4, 3, 5)]
    [TestCase("/a/B.cs(0,0): error CS1: m", 0, 0, 0, 0)]
    [TestCase("/a/B.cs : error CS1: m", 0, 0, 0, 0)]
    public void Places_are_counted_from_zero(string line, int startLine, int start, int endLine, int end)
    {
        var diagnostic = BuildOutputLine.Parse(line)!;

        Assert.That(diagnostic.Range, Is.EqualTo(new TextRange(new(startLine, start), new(endLine, end))));
        Assert.That(diagnostic.File, Is.EqualTo(Rooted("/a/B.cs")));
    }

    [TestCase("MSBUILD : error MSB1009: Project file does not exist.", "MSB1009")]
    [TestCase("CSC : error CS5001: Program does not contain a static 'Main' method [/src/Shop.csproj]", "CS5001")]
    public void A_tool_is_no_file(string line, string code)
    {
        var diagnostic = BuildOutputLine.Parse(line)!;

        Assert.That((diagnostic.Code, diagnostic.File), Is.EqualTo((code, (string?)null)));
    }

    [Test]
    public void A_project_file_is_a_file() => Assert.That(
        BuildOutputLine.Parse("/src/Shop.csproj : error NU1101: Unable to find package X. [/src/Shop.sln]")!.File,
        Is.EqualTo(Rooted("/src/Shop.csproj")));

    [Test]
    public void Of_a_project_with_several_frameworks_the_name_is_told() => Assert.That(
        BuildOutputLine.Parse("/src/Cart.cs(1,2): error CS0103: m [/src/Shop.Web.csproj::TargetFramework=net8.0]")!.Project,
        Is.EqualTo("Shop.Web"));

    [Test]
    public void Brackets_in_a_message_are_not_a_project()
    {
        var diagnostic = BuildOutputLine.Parse("/a/B.cs(1,1): error CS0021: Cannot apply indexing with [] to 'int' [/a/B.csproj]")!;

        Assert.That((diagnostic.Message, diagnostic.Project), Is.EqualTo(("Cannot apply indexing with [] to 'int'", "B")));
    }

    [TestCase("/a folder/B (old).cs(1,1): error CS1: m", "/a folder/B (old).cs")]
    [TestCase("  /a/Bücher.cs(1,1): error CS1: m", "/a/Bücher.cs")]
    public void Names_may_hold_blanks_brackets_and_any_letter(string line, string path) =>
        Assert.That(BuildOutputLine.Parse(line)!.File, Is.EqualTo(Rooted(path)));

    [Test]
    public void A_colon_in_the_message_belongs_to_it() => Assert.That(
        BuildOutputLine.Parse("/a/B.cs(1,1): error CS8652: The feature 'x: error CS1: y' is off")!.Message,
        Is.EqualTo("The feature 'x: error CS1: y' is off"));

    [Test]
    public void A_number_too_large_is_the_start_and_no_exception() =>
        Assert.That(BuildOutputLine.Parse("/a/B.cs(99999999999,1): error CS1: m")!.Range.Start, Is.EqualTo(new TextPosition(0, 0)));

    [TestCase("")]
    [TestCase("  Determining projects to restore...")]
    [TestCase("  Shop -> /src/bin/Debug/net10.0/Shop.dll")]
    [TestCase("Build FAILED.")]
    [TestCase("    1 Error(s)")]
    [TestCase("error")]
    [TestCase("/a/B.cs(1,1): info IDE0001: Name can be simplified")]
    public void Other_lines_say_nothing(string line) => Assert.That(BuildOutputLine.Parse(line), Is.Null);

    static TextRange Place(int line, int character) => new(new(line, character), new(line, character));
}
