using System.Collections.Immutable;
using System.Xml.Linq;
using HotReload.Core.Buffers;

namespace HotReload.Engine.Loading;

/// <summary>The files that a project takes in by their names besides source text and resx files. What it says was read once; which files that are is looked at anew.</summary>
internal sealed class NamedFiles
{
    /// <summary>What says of an item that a build copies it.</summary>
    const string Copying = "CopyToOutputDirectory";

    static readonly string[] s_copied = ["None", "Content", "EmbeddedResource", "Compile"];

    readonly ImmutableArray<NamedItem> _embedded;
    readonly ImmutableArray<NamedItem> _copied;

    NamedFiles(ImmutableArray<NamedItem> embedded, ImmutableArray<NamedItem> copied) => (_embedded, _copied) = (embedded, copied);

    /// <summary>Full paths of those that become part of the assembly.</summary>
    public ImmutableArray<string> Embedded => [.. _embedded.SelectMany(item => item.Find()).Where(IsNoResx).Distinct(PathIdentity.Comparer)];

    /// <summary>Those that a build copies beside it.</summary>
    public ImmutableArray<CopiedFile> Copied =>
        [.. _copied.SelectMany(item => item.Find().Select(path => new CopiedFile(path, item.TargetOf(path)))).Distinct()];

    /// <summary>Reads the project and what it imports by name. Conditions are taken as met: a file too many is looked at in vain.</summary>
    public static NamedFiles Read(string projectPath)
    {
        var folder = Path.GetDirectoryName(projectPath)!;
        var items = ProjectText.ElementsOf(projectPath).Where(element => element.Attribute("Include") is not null || element.Attribute("Update") is not null).ToList();
        return new(
            [.. items.Where(item => item.Name.LocalName == "EmbeddedResource").Select(item => new NamedItem(folder, item))],
            [.. items.Where(IsCopied).Select(item => new NamedItem(folder, item))]);
    }

    static bool IsCopied(XElement item) =>
        s_copied.Contains(item.Name.LocalName)
        && ProjectText.MetadataOf(item, Copying) is { } copying
        && !copying.Equals("Never", StringComparison.OrdinalIgnoreCase);

    static bool IsNoResx(string path) => !path.EndsWith(".resx", StringComparison.OrdinalIgnoreCase);
}
