using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Evaluations;

/// <summary>Makes references to analyzers and generators that can be loaded of those that have a path only.</summary>
internal static class AnalyzerPaths
{
    /// <summary>The projects with the workspace's own loader of analyzers, which it hands to nobody but a command line's project.</summary>
    public static ImmutableArray<ProjectInfo> Resolve(ImmutableArray<ProjectInfo> projects, Workspace workspace) =>
        [.. projects.Select(project => project.WithAnalyzerReferences(CommandLineProject
            .CreateProjectInfo(
                project.Name, LanguageNames.CSharp, project.AnalyzerReferences.Select(reference => $"/analyzer:{reference.FullPath}"),
                Path.GetDirectoryName(project.FilePath)!, workspace)
            .AnalyzerReferences))];
}
