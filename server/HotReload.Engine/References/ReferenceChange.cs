using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.References;

/// <summary>Holds the projects of a program that runs against the same ones as they are evaluated now: only further references may be there.</summary>
/// <param name="running">As the program was built.</param>
/// <param name="fresh">As they are now. What they refer to is built.</param>
/// <param name="folder">For copies of what other projects are built to: a build must be able to write the originals.</param>
internal sealed class ReferenceChange(Solution running, Solution fresh, string folder)
{
    readonly Dictionary<ProjectId, IReadOnlyList<MetadataReference>> _references = [];
    readonly Dictionary<ProjectId, string> _copies = [];

    /// <summary>Finds what was added.</summary>
    /// <param name="packages">The assemblies of further packages.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>It, or why only a build takes it in.</returns>
    public async Task<(AddedReferences? Added, string? Obstacle)> FindAsync(ImmutableArray<string> packages, CancellationToken cancellationToken)
    {
        var pairs = running.Projects.Where(project => !AddedProject.Is(project)).Select(project => (Before: project, After: fresh.Projects.FirstOrDefault(now => IsSame(now, project)))).ToList();
        var added = fresh.Projects.Where(project => !running.Projects.Any(before => IsSame(project, before))).ToList();
        foreach (var project in added)
        {
            if (FindObstacle(project) is { } obstacle)
            {
                return (null, obstacle);
            }

            _copies[project.Id] = AssemblyCopy.Make(project.OutputFilePath!, Path.Combine(folder, Guid.NewGuid().ToString("N")));
        }

        foreach (var (before, after) in pairs)
        {
            var obstacle = after is null ? $"{before.Name} is no part of the program any more." : await CompareAsync(before, after, cancellationToken);
            if (obstacle is not null)
            {
                return (null, obstacle);
            }
        }

        var projects = await Task.WhenAll(added.Select(project => AddedProject.OfAsync(project, cancellationToken)));
        return (new(_references, projects, [.. packages, .. _copies.Values]), null);
    }

    async Task<string?> CompareAsync(Project before, Project after, CancellationToken cancellationToken)
    {
        // Of what was added before, there is a copy in place of its project.
        var (paths, now) = (PathsOf(before), PathsOf(after));
        var copied = paths.Where(path => PathIdentity.IsIn(path, folder)).ToList();
        paths.ExceptWith(copied);
        var isSame = before.AssemblyName == after.AssemblyName && before.OutputFilePath == after.OutputFilePath
            && Equals(before.ParseOptions, after.ParseOptions) && Equals(Plain(before.CompilationOptions), Plain(after.CompilationOptions))
            && AnalyzersOf(before).SetEquals(AnalyzersOf(after)) && paths.IsSubsetOf(now) && ProjectsOf(before).IsSubsetOf(ProjectsOf(after));
        if (!isSame)
        {
            return $"{after.Name} is compiled in another way now.";
        }

        if (!await HasSameFilesAsync(before, after, cancellationToken))
        {
            return $"The build makes other files for {after.Name} now.";
        }

        var known = ProjectsOf(before);
        var projects = after.AllProjectReferences
            .Where(reference => fresh.GetProject(reference.ProjectId) is { } project && !known.Contains(project.Name)
                && !copied.Exists(copy => Path.GetFileName(copy) == Path.GetFileName(project.OutputFilePath)))
            .ToList();
        if (projects.Any(reference => reference.EmbedInteropTypes || !_copies.ContainsKey(reference.ProjectId)))
        {
            return $"{after.Name} refers to another project of the program.";
        }

        IReadOnlyList<MetadataReference> added =
        [
            .. after.MetadataReferences.OfType<PortableExecutableReference>().Where(reference => reference.FilePath is { } path && !paths.Contains(path)),
            .. projects.Select(reference => MetadataReference.CreateFromFile(
                _copies[reference.ProjectId], new(MetadataImageKind.Assembly, reference.Aliases, reference.EmbedInteropTypes))),
        ];
        if (added.Count > 0)
        {
            _references[before.Id] = added;
        }

        return null;
    }

    /// <summary>The files that a build itself writes, and those of packages. All others are the user's, and reach the program by themselves.</summary>
    static async Task<bool> HasSameFilesAsync(Project before, Project after, CancellationToken cancellationToken)
    {
        var (old, now) = (await FilesOfAsync(before), await FilesOfAsync(after));
        return old.Count == now.Count && old.All(file => now.TryGetValue(file.Key, out var text) && text == file.Value);

        async Task<Dictionary<string, string>> FilesOfAsync(Project project)
        {
            var written = Path.GetDirectoryName(project.CompilationOutputInfo.AssemblyPath)!;
            var files = new Dictionary<string, string>(PathIdentity.Comparer);
            foreach (var document in project.Documents.Concat(project.AdditionalDocuments).Concat(project.AnalyzerConfigDocuments))
            {
                if (document.FilePath is { } path && (PathIdentity.IsIn(path, written) || PackageCache.Holds(path)))
                {
                    files[path] = (await document.GetTextAsync(cancellationToken)).ToString();
                }
            }

            return files;
        }
    }

    static string? FindObstacle(Project project) =>
        project.Language != LanguageNames.CSharp ? $"{project.Name} is not written in C#."
        : !File.Exists(project.OutputFilePath) ? $"{project.Name} is not built."
        : BringsMore(project) ? $"{project.Name} brings more than its assembly."
        : null;

    /// <summary>Files beside the program, satellite assemblies, what a web program serves of a library's.</summary>
    static bool BringsMore(Project project) => NamedFiles.Read(project.FilePath!).Copied.Length > 0 || SatellitesOf(project.OutputFilePath!).Any()
        || Directory.Exists(Path.Combine(Path.GetDirectoryName(project.FilePath)!, "wwwroot"))
        || project.AdditionalDocuments.Any(document => Path.GetExtension(document.FilePath) is ".razor" or ".cshtml");

    static IEnumerable<string> SatellitesOf(string assembly) => Directory.EnumerateFiles(
        Path.GetDirectoryName(assembly)!, Path.GetFileNameWithoutExtension(assembly) + ".resources.dll", SearchOption.AllDirectories);

    static bool IsSame(Project one, Project other) =>
        one.Name == other.Name && string.Equals(one.FilePath, other.FilePath, PathIdentity.Comparison);

    static HashSet<string> PathsOf(Project project) =>
        project.MetadataReferences.OfType<PortableExecutableReference>().Select(reference => reference.FilePath).OfType<string>().ToHashSet(PathIdentity.Comparer);

    static HashSet<string> AnalyzersOf(Project project) =>
        project.AnalyzerReferences.Select(reference => reference.FullPath).OfType<string>().ToHashSet(PathIdentity.Comparer);

    static HashSet<string> ProjectsOf(Project project) =>
        [.. project.AllProjectReferences.Select(reference => project.Solution.GetProject(reference.ProjectId)?.Name).OfType<string>()];

    /// <summary>Without what is an object of the workspace's own, and what warns.</summary>
    static CompilationOptions? Plain(CompilationOptions? options) => options?
        .WithSyntaxTreeOptionsProvider(null).WithMetadataReferenceResolver(null).WithSourceReferenceResolver(null).WithXmlReferenceResolver(null)
        .WithStrongNameProvider(null)
        .WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty);
}
