using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Evaluations;

/// <summary>Makes projects of a workspace of those that were kept.</summary>
internal static class KeptProjects
{
    /// <summary>
    /// The projects, those that were kept with the workspace's own loader of analyzers, and with the checksums that the compiler writes: it
    /// hands the one and lets set the other to nobody but a command line's project.
    /// </summary>
    public static ImmutableArray<ProjectInfo> For(Workspace workspace, EvaluatedProjects projects)
    {
        var made = projects.All.Where(project => projects.Kept.Contains(project.Id)).ToDictionary(project => project.Id, project => Make(workspace, project));
        return
        [
            .. projects.All.Select(project => (made.GetValueOrDefault(project.Id) ?? project).WithProjectReferences(project.ProjectReferences.Select(
                reference => new ProjectReference(made.GetValueOrDefault(reference.ProjectId)?.Id ?? reference.ProjectId, reference.Aliases, reference.EmbedInteropTypes)))),
        ];
    }

    static ProjectInfo Make(Workspace workspace, ProjectInfo kept)
    {
        var made = CommandLineProject.CreateProjectInfo(
            kept.Name, LanguageNames.CSharp,
            kept.AnalyzerReferences.Select(reference => $"/analyzer:{reference.FullPath}").Prepend("/checksumalgorithm:SHA256"),
            Path.GetDirectoryName(kept.FilePath)!, workspace);
        return made
            .WithAssemblyName(kept.AssemblyName)
            .WithFilePath(kept.FilePath)
            .WithOutputFilePath(kept.OutputFilePath)
            .WithOutputRefFilePath(kept.OutputRefFilePath)
            .WithCompilationOutputInfo(kept.CompilationOutputInfo)
            .WithCompilationOptions(kept.CompilationOptions)
            .WithParseOptions(kept.ParseOptions)
            .WithDocuments(Documents(kept.Documents, made.Id))
            .WithAdditionalDocuments(Documents(kept.AdditionalDocuments, made.Id))
            .WithAnalyzerConfigDocuments(Documents(kept.AnalyzerConfigDocuments, made.Id))
            .WithMetadataReferences(kept.MetadataReferences);
    }

    static IEnumerable<DocumentInfo> Documents(IEnumerable<DocumentInfo> documents, ProjectId project) => documents.Select(document =>
        DocumentInfo.Create(
            DocumentId.CreateNewId(project), document.Name, document.Folders, document.SourceCodeKind, document.TextLoader, document.FilePath,
            document.IsGenerated));
}
