using System.Xml.Linq;
using HotReload.Core.Buffers;
using HotReload.Engine.Loading;
using Microsoft.Extensions.FileSystemGlobbing;

namespace HotReload.Engine.Overlay;

/// <summary>
/// Which C# files of its folder a project takes in, by the SDK's rules and by what its files say of them, read and not evaluated:
/// every C# file but the outputs, folders whose names begin with a dot, and what is removed.
/// </summary>
internal sealed class CompiledFiles
{
    static readonly string[] s_outputs = ["bin", "obj"];

    readonly string _folder;
    readonly bool _takesAll;
    readonly Matcher _included = New();
    readonly Matcher _removed = New();

    /// <param name="projectPath">Full path of the project file.</param>
    /// <param name="loaded">Full paths of the files that its evaluation has taken in.</param>
    public CompiledFiles(string projectPath, IEnumerable<string> loaded)
    {
        _folder = Path.GetDirectoryName(projectPath)!;
        var known = loaded.Select(Relative).ToList();
        var elements = ProjectText.ElementsOf(projectPath).ToList();
        _takesAll = !elements.Any(element =>
            element.Name.LocalName is "EnableDefaultCompileItems" or "EnableDefaultItems"
            && string.Equals(element.Value.Trim(), "false", StringComparison.OrdinalIgnoreCase));
        _included.AddIncludePatterns(Patterns(elements, "Compile", "Include"));

        // What is removed and there all the same is removed under a condition, or comes back further down.
        _removed.AddIncludePatterns(Patterns(elements, "Compile", "Remove").Where(pattern => !New().AddInclude(pattern).Match(known).HasMatches));
    }

    /// <summary>Whether a file of the folder would be compiled.</summary>
    public bool Take(string path)
    {
        var relative = Relative(path);
        return _included.Match(relative).HasMatches
            || (_takesAll && !IsLeftOut(relative.Split('/')) && !_removed.Match(relative).HasMatches);
    }

    static bool IsLeftOut(string[] names) =>
        s_outputs.Contains(names[0], PathIdentity.Comparer) || names[..^1].Any(name => name.StartsWith('.'));

    static Matcher New() => new(PathIdentity.Comparison);

    static IEnumerable<string> Patterns(IEnumerable<XElement> elements, string item, string attribute) => elements
        .Where(element => element.Name.LocalName == item)
        .SelectMany(element => ProjectText.PatternsOf(element, attribute))
        .Where(pattern => !pattern.StartsWith("../", StringComparison.Ordinal));

    string Relative(string path) => Path.GetRelativePath(_folder, path).Replace('\\', '/');
}
