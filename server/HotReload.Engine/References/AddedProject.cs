using System.Collections.Immutable;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.References;

/// <summary>A project that a program refers to since it runs: one of its own, that no other refers to. A change of its files is seen, and only a build takes it in.</summary>
sealed record AddedProject(ProjectInfo Info, ImmutableArray<(DocumentId Id, string Path, SourceText Text)> Documents)
{
    /// <summary>Whether a project is one: of all others it is known what their compiler writes.</summary>
    public static bool Is(Project project) => project.CompilationOutputInfo.AssemblyPath is null;

    /// <summary>Describes one, with the text that it was built from.</summary>
    public static async Task<AddedProject> OfAsync(Project project, CancellationToken cancellationToken)
    {
        var id = ProjectId.CreateNewId();
        var documents = ImmutableArray.CreateBuilder<(DocumentId, string, SourceText)>();
        foreach (var document in project.Documents.Where(document => document.FilePath is not null))
        {
            documents.Add((DocumentId.CreateNewId(id), document.FilePath!, await document.GetTextAsync(cancellationToken)));
        }

        var references = project.ProjectReferences.Select(reference => project.Solution.GetProject(reference.ProjectId)?.OutputFilePath).Where(File.Exists)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path!));
        var info = ProjectInfo.Create(
            id, VersionStamp.Create(), project.Name, project.AssemblyName, project.Language, project.FilePath, project.OutputFilePath,
            project.CompilationOptions, project.ParseOptions, metadataReferences: project.MetadataReferences.Concat(references),
            analyzerReferences: project.AnalyzerReferences);
        return new(info, documents.ToImmutable());
    }

    /// <summary>Adds it.</summary>
    public Solution AddTo(Solution solution) => Documents.Aggregate(
        solution.AddProject(Info),
        (grown, document) => TextPinning.Add(grown, document.Id, Path.GetFileName(document.Path), document.Text, document.Path));
}
