using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Evaluations;

/// <summary>Makes projects of a workspace of those that were kept.</summary>
internal static class KeptProjects
{
    /// <summary>
    /// The projects with the workspace's own loader of analyzers, and with the checksums that the compiler writes: it hands the one and
    /// lets set the other to nobody but a command line's project.
    /// </summary>
    public static ImmutableArray<ProjectInfo> For(Workspace workspace, ImmutableArray<ProjectInfo> kept)
    {
        var made = kept.ToDictionary(project => project.Id, project => CommandLineProject.CreateProjectInfo(
            project.Name, LanguageNames.CSharp,
            project.AnalyzerReferences.Select(reference => $"/analyzer:{reference.FullPath}").Prepend("/checksumalgorithm:SHA256"),
            Path.GetDirectoryName(project.FilePath)!, workspace));
        return [.. kept.Select(project => made[project.Id]
            .WithAssemblyName(project.AssemblyName)
            .WithFilePath(project.FilePath)
            .WithOutputFilePath(project.OutputFilePath)
            .WithOutputRefFilePath(project.OutputRefFilePath)
            .WithCompilationOutputInfo(project.CompilationOutputInfo)
            .WithCompilationOptions(project.CompilationOptions)
            .WithParseOptions(project.ParseOptions)
            .WithDocuments(Documents(project.Documents, made[project.Id].Id))
            .WithAdditionalDocuments(Documents(project.AdditionalDocuments, made[project.Id].Id))
            .WithAnalyzerConfigDocuments(Documents(project.AnalyzerConfigDocuments, made[project.Id].Id))
            .WithMetadataReferences(project.MetadataReferences)
            .WithProjectReferences(project.ProjectReferences.Select(reference =>
                new ProjectReference(made[reference.ProjectId].Id, reference.Aliases, reference.EmbedInteropTypes))))];
    }

    static IEnumerable<DocumentInfo> Documents(IEnumerable<DocumentInfo> documents, ProjectId project) => documents.Select(document =>
        DocumentInfo.Create(
            DocumentId.CreateNewId(project), document.Name, document.Folders, document.SourceCodeKind, document.TextLoader, document.FilePath,
            document.IsGenerated));
}
