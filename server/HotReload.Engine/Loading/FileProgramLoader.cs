using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Engine.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;

namespace HotReload.Engine.Loading;

/// <summary>
/// Makes a project of a file-based program from the compiler's command line, and loads the projects that it refers to. The SDK makes
/// its project in memory only, where the loader of projects can't see it.
/// </summary>
internal static class FileProgramLoader
{
    /// <exception cref="InvalidOperationException">A project that it refers to can't be opened at all.</exception>
    public static async Task<LoadedSolution> LoadAsync(
        FileProgram program, Task<MefHostServices> engine, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var diagnostics = new LoadDiagnostics(program.Path);
        var references = program.ProjectReferences.IsEmpty
            ? []
            : await SolutionLoader.EvaluateAsync(program.ProjectReferences, [], diagnostics, progress, cancellationToken);
        var workspace = new AdhocWorkspace(await engine);
        var startup = Connect(Describe(program, workspace), references);
        var solution = workspace.AddSolution(
            SolutionInfo.Create(SolutionId.CreateNewId(), VersionStamp.Create(), program.ProjectPath, references.Add(startup)));
        return new(workspace, solution, startup.Id, diagnostics.All);
    }

    static ProjectInfo Describe(FileProgram program, AdhocWorkspace workspace) => CommandLineProject
        .CreateProjectInfo(
            Path.GetFileNameWithoutExtension(program.Path), LanguageNames.CSharp, program.CompilerArguments,
            Path.GetDirectoryName(program.Path)!, workspace)
        .WithFilePath(program.ProjectPath)
        .WithOutputFilePath(program.OutputAssembly)
        .WithCompilationOutputInfo(new CompilationOutputInfo().WithAssemblyPath(program.IntermediateAssembly));

    /// <summary>The compiler was given the projects' assemblies; an edit of a project is to be one edit with the program's own.</summary>
    static ProjectInfo Connect(ProjectInfo startup, ImmutableArray<ProjectInfo> references)
    {
        var projects = new Dictionary<string, ProjectId>(PathIdentity.Comparer);
        foreach (var project in references)
        {
            foreach (var assembly in new[] { project.OutputFilePath, project.OutputRefFilePath, project.CompilationOutputInfo.AssemblyPath }.OfType<string>())
            {
                projects[assembly] = project.Id;
            }
        }

        var metadata = startup.MetadataReferences.ToLookup(reference => FindProject(reference) is null);
        return startup
            .WithMetadataReferences(metadata[true])
            .WithProjectReferences(metadata[false].Select(reference => new ProjectReference(FindProject(reference)!)));

        ProjectId? FindProject(MetadataReference reference) =>
            reference is PortableExecutableReference { FilePath: { } path } ? projects.GetValueOrDefault(path) : null;
    }
}
