using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Overlay;

/// <summary>Where a file that was not there at the start belongs, by the SDK's own globs: to the nearest project above it.</summary>
internal static class NewFiles
{
    /// <summary>Adds a C# file to the projects of the nearest folder; null when it belongs to none, or is no C# file.</summary>
    public static Solution? Add(Solution solution, string path, string text)
    {
        if (!string.Equals(Path.GetExtension(path), ".cs", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var owners = FindOwners(solution, path);
        foreach (var project in owners)
        {
            // A project with several target frameworks is here once for each.
            var like = project.Documents.Select(document => document.TryGetText(out var old) ? old : null).FirstOrDefault(old => old is not null);
            var source = SourceText.From(text, System.Text.Encoding.UTF8, like?.ChecksumAlgorithm ?? SourceHashAlgorithm.Sha256);
            solution = solution.AddDocument(DocumentId.CreateNewId(project.Id), Path.GetFileName(path), source, filePath: path);
        }

        return owners.Count == 0 ? null : solution;
    }

    /// <summary>Whether a file lies in the folder of a loaded project.</summary>
    public static bool IsInside(Solution solution, string path) => FindOwners(solution, path).Count > 0;

    static List<Project> FindOwners(Solution solution, string path)
    {
        var folders = solution.Projects
            .Select(project => (Project: project, Folder: Path.GetDirectoryName(project.FilePath) + Path.DirectorySeparatorChar))
            .Where(item => path.StartsWith(item.Folder, PathIdentity.Comparison))
            .ToList();
        var nearest = folders.Count == 0 ? 0 : folders.Max(item => item.Folder.Length);
        return [.. folders.Where(item => item.Folder.Length == nearest).Select(item => item.Project)];
    }
}
