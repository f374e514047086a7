using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.MSBuild;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Loading;

/// <summary>Opens a project and everything it references through MSBuild.</summary>
internal static class SolutionLoader
{
    /// <summary>
    /// Loads the project for its Debug build. Problems of single projects are diagnostics of the result. MSBuild runs in a
    /// process of its own, so the engine's services, which take as long to compose as it takes to start, are awaited only after it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The project can't be opened at all.</exception>
    public static async Task<LoadedSolution> LoadAsync(
        string projectPath, string? targetFramework, Task<MefHostServices> engine, IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticList(projectPath);
        var projects = await EvaluateAsync(projectPath, diagnostics, progress, cancellationToken);
        var workspace = new AdhocWorkspace(await engine);
        var solution = workspace.AddSolution(
            SolutionInfo.Create(SolutionId.CreateNewId(), VersionStamp.Create(), projectPath, projects));
        return new(workspace, solution, FindStartup(solution, projectPath, targetFramework), diagnostics.All);
    }

    static async Task<ImmutableArray<ProjectInfo>> EvaluateAsync(
        string projectPath, DiagnosticList diagnostics, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        using var workspace = new AdhocWorkspace(WorkspaceHosts.CreateForLoading());
        workspace.WorkspaceFailed += (_, failure) => diagnostics.Add(failure.Diagnostic);
        var properties = ImmutableDictionary<string, string>.Empty.Add("Configuration", "Debug");
        var loader = new MSBuildProjectLoader(workspace, properties) { SkipUnrecognizedProjects = true };

        // The loader starts MSBuild's process and forgets it when it is cancelled meanwhile. The first word of progress says that it
        // has it in its care.
        using var cancellation = new DeferredCancellation(cancellationToken);
        var projects = await loader.LoadProjectInfoAsync(projectPath, null, new RelayProgress(progress, cancellation.Allow), null, cancellation.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return projects;
    }

    static ProjectId FindStartup(Solution solution, string projectPath, string? targetFramework)
    {
        var candidates = solution.Projects
            .Where(project => string.Equals(project.FilePath, projectPath, PathIdentity.Comparison))
            .ToList();
        if (candidates.Count == 0)
        {
            throw new InvalidOperationException("MSBuild found no C# project in it.");
        }

        // A project with several target frameworks is loaded once for each, the framework in brackets after the name.
        var chosen = targetFramework is null
            ? null
            : candidates.Find(project => project.Name.EndsWith($"({targetFramework})", StringComparison.Ordinal));
        return (chosen ?? candidates[0]).Id;
    }

    sealed class RelayProgress(IProgress<string>? target, Action reported) : IProgress<ProjectLoadProgress>
    {
        public void Report(ProjectLoadProgress value)
        {
            reported();
            if (value.Operation == ProjectLoadOperation.Resolve)
            {
                target?.Report(Path.GetFileNameWithoutExtension(value.FilePath));
            }
        }
    }

    /// <summary>Failures are told from the loader's own threads.</summary>
    sealed class DiagnosticList(string projectPath)
    {
        readonly Lock _gate = new();
        readonly List<ReloadDiagnostic> _items = [];

        public ImmutableArray<ReloadDiagnostic> All
        {
            get
            {
                lock (_gate)
                {
                    return [.. _items];
                }
            }
        }

        public void Add(WorkspaceDiagnostic diagnostic)
        {
            if (diagnostic.Kind != WorkspaceDiagnosticKind.Failure)
            {
                return;
            }

            lock (_gate)
            {
                _items.Add(new(
                    "HR1001", DiagnosticSeverity.Warning, diagnostic.Message, projectPath, default,
                    Path.GetFileNameWithoutExtension(projectPath)));
            }
        }
    }
}
