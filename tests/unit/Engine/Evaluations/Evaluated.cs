using System.Collections.Immutable;
using HotReload.Engine.Evaluations;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace HotReload.UnitTests.Engine.Evaluations;

/// <summary>What MSBuild says of a project. Apart from the tests: their own members name no type of Roslyn's, whose home is found first.</summary>
sealed class Evaluated
{
    readonly string _projectFile;
    readonly IReadOnlyList<ProjectInfo> _projects;
    readonly DateTime _begunAt;

    Evaluated(string projectFile, IReadOnlyList<ProjectInfo> projects, DateTime begunAt) =>
        (_projectFile, _projects, _begunAt) = (projectFile, projects, begunAt);

    /// <summary>Not asynchronous: a state machine would have Roslyn's types in its layout, before their home is known.</summary>
    public static Evaluated Of(string projectFile)
    {
        var begunAt = DateTime.UtcNow;
        var projects = SolutionLoader.EvaluateAsync([projectFile], [], new(projectFile), null, CancellationToken.None).GetAwaiter().GetResult();
        return new(projectFile, projects, begunAt);
    }

    public void KeepIn(CachedEvaluations evaluations, DateTime? begunAt = null) =>
        evaluations.Keep(_projectFile, [.. _projects], begunAt ?? _begunAt);

    public string Describe() => Describe(_projects);

    public static string Describe(IEnumerable<ProjectInfo> projects) => string.Join('\n', projects.Select(Describe));

    static string Describe(ProjectInfo project) => string.Join('\n',
    [
        $"{project.Id.Id}", project.Name, project.AssemblyName, project.FilePath, project.OutputFilePath, project.OutputRefFilePath,
        project.CompilationOutputInfo.AssemblyPath, project.CompilationOptions!.OutputKind.ToString(), project.CompilationOptions.OptimizationLevel.ToString(),
        .. project.Documents.Concat(project.AdditionalDocuments).Concat(project.AnalyzerConfigDocuments)
            .Select(document => $"{document.Name} {document.FilePath} {string.Join('/', document.Folders)} {document.SourceCodeKind}"),
        .. project.MetadataReferences.Select(reference => $"{((PortableExecutableReference)reference).FilePath} {reference.Properties.Aliases.Length}"),
        .. project.AnalyzerReferences.Select(reference => reference.FullPath),
        .. project.CompilationOptions.SpecificDiagnosticOptions.Select(option => $"{option.Key} {option.Value}").Order(StringComparer.Ordinal),
    ]);
}
