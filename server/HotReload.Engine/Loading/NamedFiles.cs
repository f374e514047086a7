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

    /// <summary>
    /// Items that are no input of a build alone: a session has them in other ways, or they name no files. All others are: <c>Protobuf</c>, <c>OpenApiReference</c>,
    /// <c>TypeScriptCompile</c>, <c>Watch</c>, and whatever else a package's targets make something of.
    /// </summary>
    static readonly HashSet<string> s_taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "None", "Content", "Compile", "AdditionalFiles", "EditorConfigFiles", "GlobalAnalyzerConfigFiles", "Analyzer",
        "Reference", "ProjectReference", "PackageReference", "PackageVersion", "GlobalPackageReference", "PackageDownload", "FrameworkReference",
        "Folder", "Using", "InternalsVisibleTo", "AssemblyAttribute", "SupportedPlatform", "ProjectCapability",
    };

    readonly ImmutableArray<NamedItem> _built;
    readonly ImmutableArray<NamedItem> _copied;

    NamedFiles(ImmutableArray<NamedItem> built, ImmutableArray<NamedItem> copied) => (_built, _copied) = (built, copied);

    /// <summary>Full paths of those that only a build takes in: what is embedded, and what other text is made from.</summary>
    public ImmutableArray<string> Built => [.. _built.SelectMany(item => item.Find()).Where(IsNoResx).Distinct(PathIdentity.Comparer)];

    /// <summary>Those that a build copies beside it.</summary>
    public ImmutableArray<CopiedFile> Copied =>
        [.. _copied.SelectMany(item => item.Find().Select(path => new CopiedFile(path, item.TargetOf(path)))).Distinct()];

    /// <summary>Reads the project and what it imports by name. Conditions are taken as met: a file too many is looked at in vain.</summary>
    public static NamedFiles Read(string projectPath)
    {
        var folder = Path.GetDirectoryName(projectPath)!;
        var items = ProjectText.ElementsOf(projectPath).Where(element => element.Attribute("Include") is not null || element.Attribute("Update") is not null).ToList();
        return new(
            [.. items.Where(IsBuilt).Select(item => new NamedItem(folder, item))],
            [.. items.Where(IsCopied).Select(item => new NamedItem(folder, item))]);
    }

    /// <summary>What a target says of items are mostly files that a build writes.</summary>
    static bool IsBuilt(XElement item) =>
        !s_taken.Contains(item.Name.LocalName) && item.Parent?.Name.LocalName == "ItemGroup" && item.Ancestors().All(above => above.Name.LocalName != "Target");

    static bool IsCopied(XElement item) =>
        s_copied.Contains(item.Name.LocalName)
        && ProjectText.MetadataOf(item, Copying) is { } copying
        && !copying.Equals("Never", StringComparison.OrdinalIgnoreCase);

    static bool IsNoResx(string path) => !path.EndsWith(".resx", StringComparison.OrdinalIgnoreCase);
}
