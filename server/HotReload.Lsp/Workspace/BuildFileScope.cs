using HotReload.Core.Buffers;

namespace HotReload.Lsp.Workspace;

/// <summary>Whether the next build of a program would read a file that the last one did not have.</summary>
internal static class BuildFileScope
{
    /// <summary>Files that MSBuild, the SDK and NuGet look for by name in a project's folder and those above it.</summary>
    static readonly HashSet<string> s_inherited = new(StringComparer.OrdinalIgnoreCase)
    {
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nuget.config",
    };

    /// <summary>Whether it is looked for by its name.</summary>
    public static bool IsInherited(string path) => s_inherited.Contains(Path.GetFileName(path));

    /// <summary>Whether a build of some projects would read it.</summary>
    /// <param name="buildFiles">Full paths of what the last build was made from, the projects' own files among them.</param>
    /// <param name="path">Full path of a file that is none of them.</param>
    public static bool Reads(IEnumerable<string> buildFiles, string path)
    {
        var projects = buildFiles.Where(file => SourceFiles.IsProjectItself(file) || SourceFiles.IsProgram(file));
        return SourceFiles.IsProjectItself(path) || !SourceFiles.IsProject(path) ? false
            : IsInherited(path) ? projects.Any(project => Holds(Path.GetDirectoryName(path)!, project))
            : !path.EndsWith(".resx", StringComparison.OrdinalIgnoreCase) || OwnerOf(path) is { } owner && projects.Any(project => IsIn(owner, project));
    }

    static bool Holds(string folder, string path) =>
        PathIdentity.IsIn(path, folder);

    static bool IsIn(string folder, string project) => string.Equals(Path.GetDirectoryName(project), folder, PathIdentity.Comparison);

    /// <summary>The nearest folder with a project: its default items take the file in.</summary>
    static string? OwnerOf(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.csproj").Any())
            {
                return folder;
            }
        }

        return null;
    }
}
