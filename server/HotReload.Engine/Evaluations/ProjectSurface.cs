using System.Collections.Immutable;
using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Evaluations;

/// <summary>How evaluated projects hang together, and what of a project the evaluation of those takes in that refer to it.</summary>
internal static class ProjectSurface
{
    /// <summary>
    /// What others see of a project file: its outputs, once for each target framework. Packages and further references reach them by
    /// the restore, which writes that into a file of their own.
    /// </summary>
    public static string Of(string projectFile, IEnumerable<ProjectInfo> projects) => string.Join('\n', projects
        .Where(project => IsOf(project, projectFile))
        .Select(project => $"{project.Name}|{project.AssemblyName}|{project.OutputFilePath}|{project.OutputRefFilePath}|{project.CompilationOutputInfo.AssemblyPath}")
        .Order(StringComparer.Ordinal));

    /// <summary>Full paths of the project files that refer to a project file.</summary>
    public static IEnumerable<string> DependentsOf(string projectFile, IReadOnlyCollection<ProjectInfo> projects) => projects
        .Where(project => ReferencesOf(project, projects).Any(reference => IsOf(reference, projectFile)))
        .Select(project => project.FilePath!);

    /// <summary>The projects that some of them refer to, themselves included.</summary>
    public static IReadOnlySet<ProjectId> ReachedFrom(IEnumerable<ProjectInfo> roots, IReadOnlyCollection<ProjectInfo> projects)
    {
        var reached = new HashSet<ProjectId>();
        var open = new Queue<ProjectInfo>(roots);
        while (open.TryDequeue(out var project))
        {
            if (reached.Add(project.Id))
            {
                ReferencesOf(project, projects).ToList().ForEach(open.Enqueue);
            }
        }

        return reached;
    }

    /// <summary>Whether a project is one of a file's.</summary>
    public static bool IsOf(ProjectInfo project, string projectFile) => string.Equals(project.FilePath, projectFile, PathIdentity.Comparison);

    /// <summary>As assemblies, and as generators and analyzers.</summary>
    static IEnumerable<ProjectInfo> ReferencesOf(ProjectInfo project, IReadOnlyCollection<ProjectInfo> projects)
    {
        var references = project.ProjectReferences.Select(reference => reference.ProjectId).ToHashSet();
        var analyzers = project.AnalyzerReferences.Select(reference => reference.FullPath).OfType<string>().ToHashSet(PathIdentity.Comparer);
        return projects.Where(other => references.Contains(other.Id) || (other.OutputFilePath is { } output && analyzers.Contains(output)));
    }
}
