using HotReload.Testing.Fixtures;

namespace HotReload.Benchmarks.Scenarios;

/// <summary>Makes a scenario of any program. It is copied; the user's own files are not touched.</summary>
public static class UserProgram
{
    static readonly string[] Tops = [".git", "global.json", "Directory.Packages.props", "Directory.Build.props"];

    /// <summary>A scenario of one edit.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="edit">The edit; its file relative to the project's folder, or a full path.</param>
    /// <param name="page">The page on which the edit shows; null: standard output.</param>
    public static Scenario Of(FileInfo project, EditKind edit, string? page)
    {
        var folder = project.Directory!.FullName;
        var top = TopOf(folder);
        var name = Path.GetFileNameWithoutExtension(project.Name);
        var file = Path.GetRelativePath(top, Path.GetFullPath(Path.Combine(folder, edit.File)));
        return new Scenario(
            name,
            FixtureSource.FromFolder(name, top),
            Path.GetRelativePath(top, project.FullName),
            page,
            [edit with { File = file }]);
    }

    // A project may refer to others beside it: what belongs together is what a repository or its build rules hold together.
    static string TopOf(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            var entries = above.EnumerateFileSystemInfos().Select(entry => entry.Name).ToList();
            if (entries.Exists(name => Tops.Contains(name) || Path.GetExtension(name) is ".sln" or ".slnx"))
            {
                return above.FullName;
            }
        }

        return folder;
    }
}
