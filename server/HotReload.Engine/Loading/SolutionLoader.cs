using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Engine.Evaluations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.MSBuild;

namespace HotReload.Engine.Loading;

/// <summary>Opens a project and everything it references through MSBuild.</summary>
internal static class SolutionLoader
{
    /// <summary>
    /// The sources are wanted as a build compiles them. Told that it is for an editor only, MSBuild leaves some out (where MVC finds controllers of
    /// other projects) and writes others with a version that nobody read, over those of the last build.
    /// </summary>
    static readonly ImmutableDictionary<string, string> s_asBuilt = ImmutableDictionary<string, string>.Empty
        .Add("DesignTimeBuild", "false")
        .Add("CustomAfterDirectoryBuildTargets", Path.Combine(AppContext.BaseDirectory, "EvaluatedAsBuilt.targets"));

    /// <summary>
    /// Loads the project for its Debug build. Problems of single projects are diagnostics of the result. MSBuild runs in a
    /// process of its own, so the engine's services, which take as long to compose as it takes to start, are awaited only after it.
    /// </summary>
    /// <param name="projectPath">Full path of the project.</param>
    /// <param name="targetFramework">Which of its frameworks; null for the only or first one.</param>
    /// <param name="found">What was kept of an earlier evaluation; null where nothing was.</param>
    /// <param name="kept">Where to keep what is evaluated; null for nowhere.</param>
    /// <param name="engine">The engine's services.</param>
    /// <param name="progress">Told of each project that is evaluated.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="InvalidOperationException">The project can't be opened at all.</exception>
    public static async Task<LoadedSolution> LoadAsync(
        string projectPath, string? targetFramework, KeptEvaluations? found, IEvaluations? kept, Task<MefHostServices> engine,
        IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var diagnostics = new LoadDiagnostics(projectPath);
        var projects = await EvaluateAsync(projectPath, found, kept, diagnostics, progress, cancellationToken);
        var workspace = new AdhocWorkspace(await engine);
        var solution = workspace.AddSolution(
            SolutionInfo.Create(SolutionId.CreateNewId(), VersionStamp.Create(), projectPath, KeptProjects.For(workspace, projects)));
        return new(workspace, solution, FindStartup(solution, projectPath, targetFramework), diagnostics.All);
    }

    static async Task<EvaluatedProjects> EvaluateAsync(
        string projectPath, KeptEvaluations? found, IEvaluations? kept, LoadDiagnostics diagnostics, IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        if (found is { IsCurrent: true })
        {
            return new(found.Projects, [.. found.Projects.Select(project => project.Id)]);
        }

        var begunAt = found?.FoundAt ?? kept?.Now ?? default;
        var projects = found is null ? null : await new PartialEvaluation(projectPath, found, EvaluatePartAsync).RunAsync();
        projects ??= new(await EvaluateAsync([projectPath], [], diagnostics, progress, cancellationToken), []);
        if (diagnostics.All.IsEmpty)
        {
            kept?.Keep(projectPath, projects.All, begunAt);
        }

        return projects;

        async Task<ImmutableArray<ProjectInfo>> EvaluatePartAsync(string path, IReadOnlyCollection<ProjectInfo> known) =>
            File.Exists(path) ? await EvaluateAsync([path], known, diagnostics, progress, cancellationToken) : [];
    }

    /// <summary>Evaluates projects and all that they refer to, save for what is known of that.</summary>
    public static async Task<ImmutableArray<ProjectInfo>> EvaluateAsync(
        ImmutableArray<string> projectPaths, IReadOnlyCollection<ProjectInfo> known, LoadDiagnostics diagnostics, IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        using var workspace = new AdhocWorkspace(WorkspaceHosts.CreateForLoading());
        workspace.WorkspaceFailed += (_, failure) => diagnostics.Add(failure.Diagnostic);
        var properties = ImmutableDictionary<string, string>.Empty.Add("Configuration", "Debug").AddRange(s_asBuilt);
        var loader = new MSBuildProjectLoader(workspace, properties) { SkipUnrecognizedProjects = true };

        var loaded = ProjectMap.Create(workspace.AddSolution(SolutionInfo.Create(SolutionId.CreateNewId(), VersionStamp.Create(), null, known)));
        var projects = ImmutableArray.CreateBuilder<ProjectInfo>();
        foreach (var path in projectPaths)
        {
            // The loader starts MSBuild's process and forgets it when it is cancelled meanwhile. The first word of progress says that
            // it has it in its care.
            using var cancellation = new DeferredCancellation(cancellationToken);
            projects.AddRange(await loader.LoadProjectInfoAsync(path, loaded, new RelayProgress(progress, cancellation.Allow), null, cancellation.Token));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return [.. projects.DistinctBy(project => project.Id)];
    }

    /// <summary>The project that is run.</summary>
    /// <exception cref="InvalidOperationException">There is none of that framework.</exception>
    public static ProjectId FindStartup(Solution solution, string projectPath, string? targetFramework)
    {
        var candidates = solution.Projects
            .Where(project => string.Equals(project.FilePath, projectPath, PathIdentity.Comparison))
            .ToList();
        if (candidates.Count == 0)
        {
            throw new InvalidOperationException("MSBuild found no C# project in it.");
        }

        // A project with several target frameworks is loaded once for each, the framework in brackets after the name.
        if (targetFramework is null || candidates is [_])
        {
            return candidates[0].Id;
        }

        return candidates.Find(project => FrameworkOf(project) == targetFramework)?.Id
            ?? throw new InvalidOperationException(
                $"It is not made for {targetFramework}, only for {string.Join(", ", candidates.Select(FrameworkOf))}. Name one of these in 'targetFramework'.");
    }

    static string FrameworkOf(Project project) => project.Name[(project.Name.LastIndexOf('(') + 1)..].TrimEnd(')');

    sealed class RelayProgress(IProgress<string>? target, Action reported) : IProgress<ProjectLoadProgress>
    {
        public void Report(ProjectLoadProgress value)
        {
            reported();

            // The first word of each project, and the one that comes of those, too, that can't be evaluated.
            if (value.Operation == ProjectLoadOperation.Evaluate)
            {
                target?.Report(Path.GetFileNameWithoutExtension(value.FilePath));
            }
        }
    }
}
