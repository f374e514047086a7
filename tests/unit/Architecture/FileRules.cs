using System.Xml.Linq;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Architecture;

/// <summary>Files are small, hold one public type, and lie where their namespace says.</summary>
public sealed class FileRules
{
    const int MostLines = 500;
    const int UsualLines = 250;
    const int MedianLines = 80;

    [Test]
    public void The_files_are_found() =>
        Assert.That(SourceFile.All.Select(file => file.Path), Has.Member("server/HotReload.Core/Buffers/BufferText.cs")
            .And.Member("tests/unit/Architecture/FileRules.cs"));

    [Test]
    public void No_file_is_very_long() =>
        Assert.That(SourceFile.All.Where(file => file.Lines.Length > MostLines).Select(file => file.Path), Is.Empty);

    [Test]
    public void No_file_of_the_server_is_long() =>
        Assert.That(SourceFile.Server.Where(file => file.Lines.Length > UsualLines).Select(file => file.Path), Is.Empty);

    [Test]
    public void The_median_file_of_the_server_is_small()
    {
        var lengths = SourceFile.Server.Select(file => file.Lines.Length).Order().ToList();
        Assert.That(lengths[lengths.Count / 2], Is.LessThan(MedianLines));
    }

    [Test]
    public void A_file_holds_one_public_type() => Assert.That(
        SourceFile.All.Where(file => file.Types.Count(type => type.Access == "public ") > 1).Select(file => file.Path), Is.Empty);

    [Test]
    public void A_file_of_the_server_is_named_after_its_type() => Assert.That(
        from file in SourceFile.Server
        let name = Path.GetFileNameWithoutExtension(file.Path).Split('.')[0]
        where file.Types.Any() && file.Types.All(type => type.Name != name)
        select file.Path,
        Is.Empty);

    [Test]
    public void Namespaces_match_folders() => Assert.That(
        from file in SourceFile.All
        let expected = NamespaceOf(file)
        where file.Namespace.Length > 0 && file.Namespace != expected
        select $"{file.Path}: {file.Namespace}, not {expected}",
        Is.Empty);

    [TestCase("Manager")]
    [TestCase("Helper")]
    [TestCase("Helpers")]
    [TestCase("Util")]
    [TestCase("Utils")]
    [TestCase("Utility")]
    [TestCase("Utilities")]
    public void No_type_has_a_name_that_says_nothing(string word) => Assert.That(
        SourceFile.All.SelectMany(file => file.Types).Select(type => type.Name).Where(name => name.EndsWith(word, StringComparison.Ordinal)),
        Is.Empty);

    /// <summary>Only what answers a method of the protocol is a handler.</summary>
    [Test]
    public void Handlers_are_LSP_methods() => Assert.That(
        SourceFile.Server
            .Where(file => file.Types.Any(type => type.Name.EndsWith("Handler", StringComparison.Ordinal)))
            .Select(file => file.Folder)
            .Distinct(),
        Is.EqualTo(new[] { "server/HotReload.Lsp/Handlers" }));

    [Test]
    public void Types_are_found_where_they_are_declared() => Assert.That(
        new SourceFile("a.cs", ["public sealed record A(", "public readonly record struct B(int C);", "    public class Nested", "delegate int D();", "file static class E"]).Types,
        Is.EqualTo(new[] { ("public ", "A"), ("public ", "B"), ("", "D"), ("file ", "E") }));

    /// <summary>The nearest project's root namespace, then the folders below the project.</summary>
    static string NamespaceOf(SourceFile file)
    {
        var folder = new DirectoryInfo(Repository.At(file.Folder));
        var below = new Stack<string>();
        while (!folder.EnumerateFiles("*.*proj*").Any())
        {
            below.Push(folder.Name);
            folder = folder.Parent!;
        }

        var project = folder.EnumerateFiles("*.*proj*").First().FullName;
        var root = XDocument.Load(project).Descendants("RootNamespace").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);
        return string.Join('.', [root, .. below]);
    }
}
