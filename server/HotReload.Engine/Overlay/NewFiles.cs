using HotReload.Core.Buffers;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Overlay;

/// <summary>Where a file that was not there at the start belongs: to the nearest project above it, if that takes it in.</summary>
/// <param name="loaded">The projects as they were evaluated.</param>
internal sealed class NewFiles(Solution loaded)
{
    readonly Lock _gate = new();
    readonly Dictionary<string, CompiledFiles> _compiled = new(PathIdentity.Comparer);

    /// <summary>Adds a C# file to the projects of the nearest folder; null when it belongs to none, or is no C# file.</summary>
    public Solution? Add(Solution solution, string path, string text)
    {
        if (!Takes(path))
        {
            return null;
        }

        foreach (var owner in FindOwners(path))
        {
            // A project with several target frameworks is here once for each.
            var project = solution.GetProject(owner.Id)!;
            var like = project.Documents.Select(document => document.TryGetText(out var old) ? old : null).FirstOrDefault(old => old is not null);
            var source = SourceText.From(text, System.Text.Encoding.UTF8, like?.ChecksumAlgorithm ?? SourceHashAlgorithm.Sha256);
            solution = TextPinning.Add(solution, DocumentId.CreateNewId(project.Id), Path.GetFileName(path), source, path);
        }

        return solution;
    }

    /// <summary>Whether <see cref="Add"/> would add a file.</summary>
    public bool Takes(string path) => IsCSharp(path) && Own(path);

    /// <summary>Whether a file would be part of a loaded project where it lies. Safe to ask from any thread.</summary>
    public bool Own(string path) => FindOwners(path) is [var owner, ..] && (!IsCSharp(path) || FilesOf(owner).Take(path));

    static bool IsCSharp(string path) => string.Equals(Path.GetExtension(path), ".cs", StringComparison.OrdinalIgnoreCase);

    CompiledFiles FilesOf(Project project)
    {
        lock (_gate)
        {
            if (!_compiled.TryGetValue(project.FilePath!, out var files))
            {
                files = new(project.FilePath!, project.Documents.Select(document => document.FilePath).OfType<string>());
                _compiled.Add(project.FilePath!, files);
            }

            return files;
        }
    }

    List<Project> FindOwners(string path)
    {
        var folders = loaded.Projects
            .Where(project => project.FilePath is not null)
            .Select(project => (Project: project, Folder: Path.GetDirectoryName(project.FilePath) + Path.DirectorySeparatorChar))
            .Where(item => path.StartsWith(item.Folder, PathIdentity.Comparison))
            .ToList();
        var nearest = folders.Count == 0 ? 0 : folders.Max(item => item.Folder.Length);
        return [.. folders.Where(item => item.Folder.Length == nearest).Select(item => item.Project)];
    }
}
