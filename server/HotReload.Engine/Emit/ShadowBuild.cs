using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Emit;

/// <summary>
/// Makes a program anew from memory: the projects that changed and those that depend on them, unsaved text included, in an
/// output folder of their own. Takes milliseconds where a build takes seconds, and leaves the build's folders alone.
/// </summary>
internal static class ShadowBuild
{
    /// <summary>Emits, and points the emitted projects' outputs to the new assemblies.</summary>
    /// <param name="wanted">The text to build, its outputs those of the last build or emit.</param>
    /// <param name="built">The outputs of the last real build.</param>
    /// <param name="changed">The projects whose text differs from their outputs.</param>
    /// <param name="startup">The project that is run.</param>
    /// <param name="folder">An empty folder to run from.</param>
    /// <param name="cancellationToken">Leaves the folder half made.</param>
    /// <returns>The solution, or the errors that keep it from being built.</returns>
    public static async Task<(Solution? Solution, ImmutableArray<ReloadDiagnostic> Errors)> RunAsync(
        Solution wanted, Solution built, IEnumerable<ProjectId> changed, ProjectId startup, OutputFolder folder,
        CancellationToken cancellationToken)
    {
        var result = wanted;
        foreach (var id in WithDependents(wanted, changed, startup))
        {
            var project = wanted.GetProject(id)!;
            var assembly = Path.Combine(folder.FullPath, Path.GetFileName(project.OutputFilePath!));
            var errors = await AssemblyEmitter.EmitAsync(
                project, built.GetProject(id)!.CompilationOutputInfo.AssemblyPath!, assembly, cancellationToken);
            if (!errors.IsEmpty)
            {
                return (null, errors);
            }

            result = result.WithProjectCompilationOutputInfo(id, project.CompilationOutputInfo.WithAssemblyPath(assembly));
        }

        result = CopyEarlier(result, built, startup, folder);
        folder.Mirror(OutputOf(built, startup), Path.GetFileName(built.GetProject(startup)!.OutputFilePath!));
        return (result, []);
    }

    /// <summary>Whether what changed is all part of the program's output, and of that alone; what is not (a generator, say) only a build can bring in.</summary>
    public static string? FindBuildReason(Solution built, IEnumerable<ProjectId> changed, ProjectId startup)
    {
        if (BuildOnlyProjects.Among(built, changed, startup).FirstOrDefault() is { } project)
        {
            return $"{project.Name} changed, and runs in the build and not in the program.";
        }

        if (changed.Select(built.GetProject).FirstOrDefault(candidate => candidate is { Language: not LanguageNames.CSharp }) is { } foreign)
        {
            return $"{foreign.Name} changed, and is no C#.";
        }

        if (BrowserProjects.Among(built, changed).FirstOrDefault() is { } client)
        {
            return $"{client.Name} changed, and browsers run it, as WebAssembly.";
        }

        var output = OutputOf(built, startup);
        var outside = ProgramProjects.Of(built, startup).Intersect(changed)
            .Select(id => built.GetProject(id)!)
            .FirstOrDefault(candidate => candidate.OutputFilePath is not { } path || !File.Exists(Path.Combine(output, Path.GetFileName(path))));
        return outside is null ? null : $"{outside.Name} changed, and is not an assembly of the program's own folder.";
    }

    /// <summary>Dependencies before dependents; a dependent may hold constants of what changed, or not fit it any more.</summary>
    static IEnumerable<ProjectId> WithDependents(Solution solution, IEnumerable<ProjectId> changed, ProjectId startup)
    {
        var graph = solution.GetProjectDependencyGraph();
        var all = changed.SelectMany(id => graph.GetProjectsThatTransitivelyDependOnThisProject(id).Append(id)).ToHashSet();
        all.IntersectWith(ProgramProjects.Of(solution, startup));
        return graph.GetTopologicallySortedProjects().Where(all.Contains);
    }

    /// <summary>What an earlier emit made and this one did not make again is still newer than the build's.</summary>
    static Solution CopyEarlier(Solution solution, Solution built, ProjectId startup, OutputFolder folder)
    {
        foreach (var id in ProgramProjects.Of(solution, startup))
        {
            var output = solution.GetProject(id)!.CompilationOutputInfo;
            var source = output.AssemblyPath!;
            var target = Path.Combine(folder.FullPath, Path.GetFileName(source));
            if (source != built.GetProject(id)!.CompilationOutputInfo.AssemblyPath && source != target)
            {
                File.Copy(source, target);
                File.Copy(Path.ChangeExtension(source, ".pdb"), Path.ChangeExtension(target, ".pdb"));
                solution = solution.WithProjectCompilationOutputInfo(id, output.WithAssemblyPath(target));
            }
        }

        return solution;
    }

    static string OutputOf(Solution solution, ProjectId startup) =>
        Path.GetDirectoryName(solution.GetProject(startup)!.OutputFilePath)!;
}
