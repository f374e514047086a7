using System.Text.RegularExpressions;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Architecture;

/// <summary>A source file of the repository.</summary>
/// <param name="Path">Relative to the repository, with slashes.</param>
/// <param name="Lines">Its lines.</param>
sealed partial record SourceFile(string Path, string[] Lines)
{
    /// <summary>All files of the server and of the tests; the fixtures are users' programs and follow no rule.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. from folder in new[] { "server", "tests" }
           from file in Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories)
           let path = System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
           where !path.StartsWith("tests/fixtures/", StringComparison.Ordinal) && !GeneratedFolder().IsMatch(path)
           orderby path
           select new SourceFile(path, File.ReadAllLines(file)),
    ];

    public static IEnumerable<SourceFile> Server => All.Where(file => file.IsServer);

    public bool IsServer => Path.StartsWith("server/", StringComparison.Ordinal);

    /// <summary>The file's folder, relative to the repository.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The namespace it declares; empty for top-level code.</summary>
    public string Namespace => Lines.Select(line => NamespaceLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value ?? "";

    /// <summary>Types that stand at the file's top level, nested ones not counted.</summary>
    public IEnumerable<(string Access, string Name)> Types =>
        from line in Lines
        let match = TypeLine().Match(line)
        where match.Success
        select (match.Groups["access"].Value, match.Groups["name"].Value);

    [GeneratedRegex("(^|/)(bin|obj|artifacts)/")]
    private static partial Regex GeneratedFolder();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)")]
    private static partial Regex NamespaceLine();

    // A top-level type stands at the line's start, as namespaces are file-scoped.
    [GeneratedRegex(@"^(?<access>public |internal |file )?((static|sealed|abstract|partial|readonly|ref) )*(class|struct|interface|enum|record( struct| class)?|delegate [\w<>\[\]?.]+) (?<name>\w+)")]
    private static partial Regex TypeLine();
}
