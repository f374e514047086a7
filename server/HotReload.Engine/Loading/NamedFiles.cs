using System.Collections.Immutable;
using System.Xml.Linq;
using HotReload.Core.Buffers;
using Microsoft.Extensions.FileSystemGlobbing;

namespace HotReload.Engine.Loading;

/// <summary>The files that a project takes in by their names besides source text and resx files.</summary>
/// <param name="Embedded">Full paths of those that become part of the assembly.</param>
/// <param name="Copied">Those that a build copies beside it.</param>
internal sealed record NamedFiles(ImmutableArray<string> Embedded, ImmutableArray<CopiedFile> Copied)
{
    /// <summary>What says of an item that a build copies it.</summary>
    const string Copying = "CopyToOutputDirectory";

    static readonly string[] s_outputs = ["bin/**", "obj/**"];

    static readonly string[] s_copied = ["None", "Content", "EmbeddedResource", "Compile"];

    /// <summary>Reads them from the project and what it imports by name. Conditions are taken as met: a file too many is looked at in vain.</summary>
    public static NamedFiles Find(string projectPath)
    {
        var folder = Path.GetDirectoryName(projectPath)!;
        var items = ProjectText.ElementsOf(projectPath).Where(element => element.Attribute("Include") is not null || element.Attribute("Update") is not null).ToList();
        return new(
            [.. items.Where(item => item.Name.LocalName == "EmbeddedResource").SelectMany(item => FilesOf(item, folder)).Where(IsNoResx).Distinct(PathIdentity.Comparer)],
            [.. items.Where(IsCopied).SelectMany(item => FilesOf(item, folder).Select(path => new CopiedFile(path, TargetOf(item, folder, path)))).Distinct()]);
    }

    static bool IsCopied(XElement item) =>
        s_copied.Contains(item.Name.LocalName)
        && ProjectText.MetadataOf(item, Copying) is { } copying
        && !copying.Equals("Never", StringComparison.OrdinalIgnoreCase);

    static bool IsNoResx(string path) => !path.EndsWith(".resx", StringComparison.OrdinalIgnoreCase);

    static IEnumerable<string> FilesOf(XElement item, string folder)
    {
        var matcher = new Matcher(PathIdentity.Comparison);
        matcher.AddIncludePatterns(ProjectText.PatternsOf(item, "Include").Concat(ProjectText.PatternsOf(item, "Update")));
        matcher.AddExcludePatterns(ProjectText.PatternsOf(item, "Exclude").Concat(s_outputs));
        return matcher.GetResultsInFullPath(folder).Select(Path.GetFullPath);
    }

    /// <summary>By MSBuild's rule: what the item says, else where the file lies in the project, else its name.</summary>
    static string TargetOf(XElement item, string folder, string path)
    {
        var said = ProjectText.MetadataOf(item, "TargetPath") ?? ProjectText.MetadataOf(item, "Link");
        return said is not null && !ProjectText.IsEvaluated(said) ? said.Replace('\\', Path.DirectorySeparatorChar)
            : path.StartsWith(folder + Path.DirectorySeparatorChar, PathIdentity.Comparison) ? Path.GetRelativePath(folder, path)
            : Path.GetFileName(path);
    }
}
