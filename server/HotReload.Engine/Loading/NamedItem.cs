using System.Collections.Immutable;
using System.Xml.Linq;
using HotReload.Core.Buffers;
using Microsoft.Extensions.FileSystemGlobbing;

namespace HotReload.Engine.Loading;

/// <summary>An item of a project that takes in files, by their names or by patterns.</summary>
/// <param name="folder">Full path of the project's folder.</param>
/// <param name="item">What the project says.</param>
internal sealed class NamedItem(string folder, XElement item)
{
    static readonly string[] s_outputs = ["bin/**", "obj/**"];

    readonly ImmutableArray<string> _included = [.. ProjectText.PatternsOf(item, "Include"), .. ProjectText.PatternsOf(item, "Update")];
    readonly ImmutableArray<string> _excluded = [.. ProjectText.PatternsOf(item, "Exclude"), .. s_outputs];
    readonly string? _target = ProjectText.MetadataOf(item, "TargetPath") ?? ProjectText.MetadataOf(item, "Link");

    /// <summary>Full paths of the files that are there now.</summary>
    public IEnumerable<string> Find()
    {
        if (_included.IsEmpty)
        {
            return [];
        }

        var matcher = new Matcher(PathIdentity.Comparison);
        matcher.AddIncludePatterns(_included);
        matcher.AddExcludePatterns(_excluded);
        return matcher.GetResultsInFullPath(folder).Select(Path.GetFullPath);
    }

    /// <summary>Where a copy lies, by MSBuild's rule: what the item says, else where the file lies in the project, else its name.</summary>
    public string TargetOf(string path) =>
        _target is not null && !ProjectText.IsEvaluated(_target) ? _target.Replace('\\', Path.DirectorySeparatorChar)
        : PathIdentity.IsIn(path, folder) ? Path.GetRelativePath(folder, path)
        : Path.GetFileName(path);
}
